/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
// "Move or copy worksheets or worksheet data", support.microsoft.com: the copy is called "Budget (2)". Names of the sheet, and
// of the workbook for its cells, are names of the copy for the copied cells.
import { CopySheetCommand } from '@univerjs/sheets';
import { type HeadlessExcel, headlessExcel } from '../support/headlessExcel';
import { Person } from '../support/person';

let excel: HeadlessExcel;
let person: Person;
beforeAll(async () => {
  excel = await headlessExcel();
  person = new Person(excel.book);
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add("It's");
    sheet.getRange('B1:B250').values = Array.from({ length: 250 }, (_, row) => [row]);
    sheet.getRange('B1').getEntireColumn().format.columnWidth = 21;
    sheet.names.add('own', sheet.getRange('B2:B3'));
    context.workbook.names.add('shared', sheet.getRange('B4'));
    const colours = sheet.getRange('B1:B9').conditionalFormats.add('ColorScale').colorScale;
    colours.criteria = {
      minimum: { type: 'LowestValue', color: '#ffffff' },
      maximum: { type: 'HighestValue', color: '#ff0000' },
    };
    sheet.getRange('C1').dataValidation.rule = { list: { inCellDropDown: true, source: 'a,b' } };
    sheet.tables.add('D1:E3', true).name = 'Log';
    sheet.charts.add('Line', sheet.getRange('D1:E3'), 'Columns').name = 'Curve';
    sheet.shapes.addGeometricShape('Rectangle').name = 'Frame';
    sheet.freezePanes.freezeRows(2);
    sheet.protection.protect();
    await context.sync();
  });
  await person.perform(CopySheetCommand.id, "It's", {});
});
afterAll(() => excel.close());

test('a copied sheet has what the original has', async () => {
  await Excel.run(async (context) => {
    const copy = context.workbook.worksheets.getItem("It's (2)");
    const names = copy.names.load('items/name,items/formula');
    const cells = copy.getRange('B250').load('values');
    const width = copy.getRange('B1').format.load('columnWidth');
    const rules = copy.getRange('B1:B9').conditionalFormats.load('items/type');
    const choice = copy.getRange('C1').dataValidation.load('rule');
    const tables = copy.tables.load('items/name');
    const charts = copy.charts.load('items/name');
    const shapes = copy.shapes.load('items/name');
    const frozen = copy.freezePanes.getLocationOrNullObject().load('address');
    copy.protection.load('protected');
    await context.sync();
    expect(names.items.map(({ name, formula }) => [name, formula]).sort()).toEqual([
      ['own', "='It''s (2)'!$B$2:$B$3"],
      ['shared', "='It''s (2)'!$B$4"],
    ]);
    expect(cells.values).toEqual([[249]]);
    expect(width.columnWidth).toBe(21);
    expect(rules.items.map(({ type }) => type)).toEqual(['ColorScale']);
    expect(choice.rule.list!.source).toBe('a,b');
    expect(tables.items.map(({ name }) => name)).toEqual(['Table2']);
    expect(charts.items.map(({ name }) => name)).toEqual(['Curve']);
    expect(shapes.items.map(({ name }) => name)).toEqual(['Frame']);
    expect(frozen.address).toMatch(/1:2$/);
    expect(copy.protection.protected).toBe(true);
  });
});

test('the original keeps what it has, and stands left of its copy, which is in front', async () => {
  await Excel.run(async (context) => {
    const sheets = context.workbook.worksheets.load('items/name');
    const { names, tables, charts } = context.workbook.worksheets.getItem("It's");
    for (const all of [names, tables, charts]) all.load('items/name');
    const front = context.workbook.worksheets.getActiveWorksheet().load('name');
    await context.sync();
    expect(sheets.items.map(({ name }) => name)).toEqual(['Sheet1', "It's", "It's (2)"]);
    expect(names.items.map(({ name }) => name)).toEqual(['own']);
    expect(tables.items.map(({ name }) => name)).toEqual(['Log']);
    expect(charts.items.map(({ name }) => name)).toEqual(['Curve']);
    expect(front.name).toBe("It's (2)");
  });
});

test('a copied chart shows the copied cells', () => {
  const { charts, grid } = excel.book;
  const copy = grid.workbook.getSheetBySheetName("It's (2)")!.getSheetId();
  expect(charts.on(copy).map(({ source }) => source!.sheetId)).toEqual([copy]);
});

test('the copy of a copy has the next number, and another sheet that is added is blank', async () => {
  await person.perform(CopySheetCommand.id, "It's (2)", {});
  await Excel.run(async (context) => {
    context.workbook.worksheets.add('Blank');
    const names = context.workbook.worksheets.getItem('Blank').names.load('items/name');
    const sheets = context.workbook.worksheets.load('items/name');
    await context.sync();
    expect(sheets.items.map(({ name }) => name)).toEqual(['Sheet1', "It's", "It's (2)", "It's (3)", 'Blank']);
    expect(names.items).toEqual([]);
  });
});
