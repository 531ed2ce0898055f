/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
// https://learn.microsoft.com/javascript/api/excel/excel.datachangetype
// https://learn.microsoft.com/javascript/api/excel/excel.changedirectionstate
import { DeleteRangeMoveLeftCommand, InsertRangeMoveDownCommand, MoveRangeCommand } from '@univerjs/sheets';
import { Heard } from '../support/heard';
import { type HeadlessExcel, headlessExcel } from '../support/headlessExcel';
import { Person } from '../support/person';

let excel: HeadlessExcel;
let person: Person;
let heard: Heard;
let sheetName = '';
let tests = 0;

beforeAll(async () => {
  excel = await headlessExcel();
  person = new Person(excel.book);
});
afterAll(() => excel.close());

/** Each test has a sheet of its own with numbers in A1:C4; the sheet and all sheets listen. */
beforeEach(() =>
  Excel.run(async (context) => {
    heard = new Heard();
    const mine = heard;
    const { worksheets } = context.workbook;
    sheetName = `Sheet${++tests + 1}`;
    const sheet = worksheets.add(sheetName).load('id');
    await context.sync();
    const { id } = sheet;
    const say = (who: string) => async (event: Excel.WorksheetChangedEventArgs) => {
      if (event.worksheetId !== id) return mine.add(`${who}: another sheet: "${event.worksheetId}"`);
      const { insertShiftDirection, deleteShiftDirection } = event.changeDirectionState ?? {};
      const direction = insertShiftDirection ?? deleteShiftDirection ?? '-';
      mine.add(`${who}: ${event.changeType} ${event.address} ${direction} ${event.triggerSource}`);
    };
    sheet.onChanged.add(say('sheet'));
    worksheets.onChanged.add(say('sheets'));
    await context.sync();
    sheet.activate();
    sheet.getRange('A1:C4').values = [
      [1, 2, 3],
      [4, 5, 6],
      [7, 8, 9],
      [10, 11, 12],
    ];
    await context.sync();
    const written = 'RangeEdited A1:C4 - ThisLocalAddin';
    await mine.all(`sheet: ${written}`, `sheets: ${written}`);
    mine.lines.length = 0;
  }),
);

afterEach(() =>
  Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Sheet1').activate();
    context.workbook.worksheets.getItem(sheetName).delete();
    await context.sync();
  }),
);

const inSheet = (work: (sheet: Excel.Worksheet) => void) =>
  Excel.run(async (context) => {
    work(context.workbook.worksheets.getItem(sheetName));
    await context.sync();
  });

const read = (address: string) =>
  Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(sheetName).getRange(address).load('formulas');
    await context.sync();
    return range.formulas as unknown[][];
  });

/** Both handlers have heard this, once, and nothing else. */
async function told(what: string): Promise<void> {
  await heard.all(`sheet: ${what}`, `sheets: ${what}`);
  await read('A1');
  expect(heard.lines.toSorted()).toEqual([`sheet: ${what}`, `sheets: ${what}`]);
}

test.each([
  ['Down', 'A2:B2', 'CellInserted'],
  ['Right', 'A2', 'CellInserted'],
] as const)('cells that an add-in inserts, others going %s', async (shift, address, type) => {
  await inSheet((sheet) => sheet.getRange(address).insert(shift));
  await told(`${type} ${address} ${shift} ThisLocalAddin`);
});

test.each([
  ['Up', 'A2:B2', [[7, 8, 6]]],
  ['Left', 'A2', [[5, 6, '']]],
] as const)('cells that an add-in deletes, others going %s', async (shift, address, second) => {
  await inSheet((sheet) => sheet.getRange(address).delete(shift));
  await told(`CellDeleted ${address} ${shift} ThisLocalAddin`);
  expect(await read('A2:C2')).toEqual(second);
});

test('rows and columns are changes of whole rows and columns', async () => {
  await inSheet((sheet) => sheet.getRange('2:3').insert('Down'));
  await told('RowInserted 2:3 - ThisLocalAddin');
  heard.lines.length = 0;
  await inSheet((sheet) => sheet.getRange('B:B').delete('Left'));
  await told('ColumnDeleted B:B - ThisLocalAddin');
});

test('cells that a person inserts, where the sheet has to grow for it', async () => {
  await person.perform(InsertRangeMoveDownCommand.id, sheetName, { range: person.range('A1:B1') });
  await told('CellInserted A1:B1 Down Unknown');
  expect(await read('A1:C2')).toEqual([
    ['', '', 3],
    [1, 2, 6],
  ]);
});

test('cells that a person deletes', async () => {
  await person.perform(DeleteRangeMoveLeftCommand.id, sheetName, { range: person.range('B1') });
  await told('CellDeleted B1 Left Unknown');
});

test('cells that a person cuts or drags elsewhere are one edit of both areas', async () => {
  await person.perform(MoveRangeCommand.id, sheetName, {
    fromRange: person.range('A1:B1'),
    toRange: person.range('A10:B10'),
  });
  await told('RangeEdited A1:B1,A10:B10 - Unknown');
  expect(await read('A10:B10')).toEqual([[1, 2]]);
});

test('tables, chart sources, names, formulas and tracked ranges follow', async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(sheetName);
    sheet.getRange('F1:G3').values = [
      ['x', 'y'],
      [1, 2],
      [3, 4],
    ];
    const table = sheet.tables.add('F1:G3', true);
    sheet.charts.add('Line', sheet.getRange('A2:A4'));
    sheet.names.add('four', sheet.getRange('A2'));
    sheet.getRange('J1').formulas = [['=SUM(A2:A4)']];
    const tracked = sheet.getRange('B3').load('address');
    context.trackedObjects.add(tracked);
    await context.sync();
    sheet.getRange('A1:B1').insert('Down');
    sheet.getRange('F1:G2').insert('Down');
    const named = sheet.names.getItem('four').getRange().load('address');
    const ofTable = table.getRange().load('address');
    tracked.load('address');
    await context.sync();
    expect([tracked, named, ofTable].map(({ address }) => address.split('!')[1])).toEqual([
      'B4',
      'A3',
      'F3:G5',
    ]);
    expect(await read('J1')).toEqual([['=SUM(A3:A5)']]);
    const id = excel.book.grid.workbook.getSheetBySheetName(sheetName)!.getSheetId();
    expect(excel.book.charts.on(id)[0].source?.area).toMatchObject({ row: 2, column: 0, rows: 3 });
    context.trackedObjects.remove(tracked);
    await context.sync();
  });
});

test('a cut cell takes the ranges along that the add-in holds on to', async () => {
  await Excel.run(async (context) => {
    const tracked = context.workbook.worksheets.getItem(sheetName).getRange('B1').load('address');
    context.trackedObjects.add(tracked);
    await context.sync();
    await person.perform(MoveRangeCommand.id, sheetName, {
      fromRange: person.range('A1:B1'),
      toRange: person.range('D7:E7'),
    });
    tracked.load('address');
    await context.sync();
    expect(tracked.address).toBe(`${sheetName}!E7`);
    context.trackedObjects.remove(tracked);
    await context.sync();
  });
});

test('cells that are cut to another sheet take all along that refers to them', async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(sheetName);
    const other = context.workbook.worksheets.add('Cut to').load('id');
    sheet.getRange('E1:E2').formulas = [['=A1*2'], ['=SUM(A1:B2)']];
    other.getRange('A1').formulas = [[`=${sheetName}!A1`]];
    sheet.names.add('first', sheet.getRange('A1'));
    sheet.charts.add('Line', sheet.getRange('A1:A2'));
    sheet.tables.add('A1:B2', true).name = 'Cut';
    const [tracked, overwritten] = [sheet.getRange('B2'), other.getRange('D5')];
    for (const each of [tracked, overwritten]) context.trackedObjects.add(each);
    const added = new Heard();
    other.onChanged.add(async ({ address, changeType }) => added.add(`${changeType} ${address}`));
    await context.sync();
    await person.perform(MoveRangeCommand.id, sheetName, {
      fromRange: person.range('A1:B2'),
      toRange: person.range('D5:E6'),
      fromSubUnitId: excel.book.grid.workbook.getSheetBySheetName(sheetName)!.getSheetId(),
      toSubUnitId: other.id,
    });
    await heard.all('sheet: RangeEdited A1:B2 - Unknown');
    await added.all('RangeEdited D5:E6');
    const [own, theirs] = [sheet.getRange('E1:E2').load('formulas'), other.getRange('A1').load('formulas')];
    const name = sheet.names.getItem('first').load('formula');
    const table = other.tables.getItem('Cut').getRange().load('address');
    tracked.load('address');
    await context.sync();
    expect([...own.formulas.flat(), ...theirs.formulas.flat(), name.formula]).toEqual([
      "='Cut to'!D5*2",
      "=SUM('Cut to'!D5:E6)",
      '=D5',
      "='Cut to'!$D$5",
    ]);
    expect([tracked.address, table.address]).toEqual(["'Cut to'!E6", "'Cut to'!D5:E6"]);
    const chart = excel.book.charts.all.at(-1)!;
    expect(chart.source).toMatchObject({ sheetId: other.id, area: { row: 4, column: 3, rows: 2 } });
    expect(heard.lines.filter((line) => /^sheet:.*Unknown$/.test(line))).toHaveLength(1);
    overwritten.load('address');
    await expect(context.sync()).rejects.toMatchObject({ code: 'InvalidReference' });
  });
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Cut to').delete();
    await context.sync();
  });
});

test('cells of a table are shifted all together or not at all', async () => {
  await inSheet((sheet) => sheet.tables.add('A3:C4', true));
  for (const [address, shift] of [
    ['A1', 'Down'],
    ['B2:C2', 'Down'],
    ['A4', 'Right'],
  ] as const)
    await expect(inSheet((sheet) => sheet.getRange(address).insert(shift))).rejects.toMatchObject({
      code: 'InvalidOperation',
    });
  await inSheet((sheet) => sheet.getRange('A1:C1').insert('Down'));
  expect((await read('A5:C5'))[0]).toEqual([10, 11, 12]);
});
