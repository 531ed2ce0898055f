import { type EmbeddedWorkbook, openWorkbook } from '../harness';

let excel: EmbeddedWorkbook;
beforeAll(async () => {
  excel = await openWorkbook({ bare: true });
});
afterAll(() => excel.close());

test('a table grows by rows that are added in a later batch', async () => {
  const read = await excel.pane.evaluate(() =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange('B2:C2').values = [['step', 'loss']];
      const table = sheet.tables.add('B2:C3', true);
      table.name = 'History';
      await context.sync();
      table.getDataBodyRange().values = [[1, 0.7]];
      table.rows.add(null as never, [
        [2, 0.6],
        [3, 0.5],
      ]);
      const range = table.getRange();
      range.load('address,values');
      table.columns.load('items/name');
      await context.sync();
      return {
        address: range.address,
        values: range.values,
        columns: table.columns.items.map(({ name }) => name),
      };
    }),
  );
  expect(read).toEqual({
    address: 'Sheet1!B2:C5',
    values: [
      ['step', 'loss'],
      [1, 0.7],
      [2, 0.6],
      [3, 0.5],
    ],
    columns: ['step', 'loss'],
  });
});

test('a table is found by name from the workbook, and moves with its cells', async () => {
  const address = await excel.pane.evaluate(() =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange('1:1').insert('Down');
      const range = context.workbook.tables.getItem('History').getHeaderRowRange();
      range.load('address');
      await context.sync();
      return range.address;
    }),
  );
  expect(address).toBe('Sheet1!B3:C3');
});

test('a deleted table is gone', async () => {
  const gone = await excel.pane.evaluate(() =>
    Excel.run(async (context) => {
      context.workbook.tables.getItem('History').delete();
      const table = context.workbook.tables.getItemOrNullObject('History');
      table.load('name');
      await context.sync();
      return table.isNullObject;
    }),
  );
  expect(gone).toBe(true);
});
