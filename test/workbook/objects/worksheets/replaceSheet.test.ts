/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { type HeadlessExcel, headlessExcel } from '../../support/headlessExcel';
import { Heard } from '../../support/heard';

let excel: HeadlessExcel;
beforeAll(async () => {
  excel = await headlessExcel();
});
afterAll(() => excel.close());

test('a sheet takes the place of another in one batch', async () => {
  const heard = new Heard();
  const old = await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.onDeleted.add(async ({ worksheetId }) => void heard.add(`deleted ${worksheetId}`));
    worksheets.onAdded.add(async ({ worksheetId }) => void heard.add(`added ${worksheetId}`));
    worksheets.onActivated.add(async ({ worksheetId }) => void heard.add(`activated ${worksheetId}`));
    // Events may come before the answer to the request that causes them.
    await context.sync();
    const first = worksheets.getItem('Sheet1');
    const lesson = worksheets.add('Lesson 4');
    lesson.names.add('rate', lesson.getRange('A1'));
    lesson.getRange('A1').values = [[0.1]];
    first.getRange('A1').values = [["='Lesson 4'!A1*2"]];
    lesson.load('id');
    lesson.activate();
    await context.sync();
    return lesson.id;
  });
  await heard.all(`added ${old}`, `activated ${old}`);
  heard.lines.length = 0;
  const added = await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const sheet = worksheets.add('Fresh');
    sheet.names.add('rate', sheet.getRange('B2'));
    sheet.getRange('B2').values = [[0.5]];
    sheet.getRange('B3').values = [['=B2+1']];
    worksheets.getItem('Sheet1').getRange('A2').values = [['=Fresh!B2*10']];
    worksheets.getItem('Lesson 4').delete();
    sheet.name = 'Lesson 4';
    sheet.position = 0;
    sheet.activate();
    sheet.load('id,name,position');
    const range = sheet.names.getItem('rate').getRange().load('address,values');
    const sum = sheet.getRange('B3').load('values');
    const formulas = worksheets.getItem('Sheet1').getRange('A1:A2').load('formulas,values');
    worksheets.load('items/name');
    await context.sync();
    expect([sheet.name, sheet.position]).toEqual(['Lesson 4', 0]);
    expect([range.address, range.values, sum.values]).toEqual(["'Lesson 4'!B2", [[0.5]], [[1.5]]]);
    expect(formulas.formulas[1]).toEqual(["='Lesson 4'!B2*10"]);
    expect(formulas.values).toEqual([['#REF!'], [5]]);
    expect(worksheets.items.map(({ name }) => name)).toEqual(['Lesson 4', 'Sheet1']);
    return sheet.id;
  });
  await heard.all(`added ${added}`, `deleted ${old}`, `activated ${added}`);
  expect(heard.lines.filter((line) => line === `deleted ${old}`)).toHaveLength(1);
});
