/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
// https://learn.microsoft.com/javascript/api/excel/excel.tablecolumncollection
import { type HeadlessExcel, headlessExcel } from '../../support/headlessExcel';

let excel: HeadlessExcel;
beforeAll(async () => {
  excel = await headlessExcel();
});
afterAll(() => excel.close());

/** A sheet of its own with a table in A1:B3, a cell to its right and one below. */
const withTable = (work: (table: Excel.Table, sheet: Excel.Worksheet) => Promise<void>) =>
  Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add();
    sheet.getRange('A1:C3').values = [
      ['step', 'loss', ''],
      [1, 0.5, 'beside'],
      [2, 0.25, ''],
    ];
    sheet.getRange('C5').values = [['below']];
    await work(sheet.tables.add('A1:B3', true), sheet);
    sheet.delete();
    await context.sync();
  });

const found = async (sheet: Excel.Worksheet) => {
  const used = sheet.getUsedRange(true).load('values,address');
  await sheet.context.sync();
  return { address: used.address.split('!')[1], values: used.values as unknown[][] };
};

test('a column is added at the end, and cells to the right of the table make room', () =>
  withTable(async (table, sheet) => {
    const column = table.columns.add(undefined, [['rate'], [0.1], [0.2]]).load('name,index,id');
    const range = table.getRange().load('address');
    expect(await found(sheet)).toEqual({
      address: 'A1:D5',
      values: [
        ['step', 'loss', 'rate', ''],
        [1, 0.5, 0.1, 'beside'],
        [2, 0.25, 0.2, ''],
        ['', '', '', ''],
        ['', '', 'below', ''],
      ],
    });
    expect([column.name, column.index]).toEqual(['rate', 2]);
    expect(range.address.split('!')[1]).toBe('A1:C3');
  }));

test('a column is added before another one; one without a name gets one, a second of a name another', () =>
  withTable(async (table, sheet) => {
    table.columns.add(0);
    table.columns.add(1, [['x'], [7], [8]], 'Loss');
    const body = table.getDataBodyRange().load('values');
    const { values } = await found(sheet);
    expect(values[0]).toEqual(['Column1', 'Loss2', 'step', 'loss', '']);
    expect(body.values).toEqual([
      ['', 7, 1, 0.5],
      ['', 8, 2, 0.25],
    ]);
  }));

test.each([
  ['after the last column', 2, undefined],
  ['with too few values', -1, [['rate'], [1]]],
] as const)('one %s is refused', (_, index, values) =>
  withTable(async (table) => {
    table.columns.add(index, values && values.map((row) => [...row]));
    await expect(table.context.sync()).rejects.toMatchObject({ code: 'InvalidArgument' });
  }),
);

test('a column is deleted, and cells to the right of the table close up', () =>
  withTable(async (table, sheet) => {
    table.columns.getItem('step').delete();
    const range = table.getRange().load('address');
    const { values } = await found(sheet);
    expect(values.slice(0, 3)).toEqual([
      ['loss', '', ''],
      [0.5, 'beside', ''],
      [0.25, '', ''],
    ]);
    expect(range.address.split('!')[1]).toBe('A1:A3');
  }));
