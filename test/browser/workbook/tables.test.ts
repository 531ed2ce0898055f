import { type EmbeddedWorkbook, openWorkbook } from '../harness';

let excel: EmbeddedWorkbook;
beforeAll(async () => {
  excel = await openWorkbook({ bare: true });
});
afterAll(() => excel.close());

/** Each test has a sheet of its own with a table, named like the sheet, in B2:C3. */
let name = '';
let tests = 0;
beforeEach(async () => {
  name = `History${++tests}`;
  await excel.pane.evaluate(
    (wanted) =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.add(`Sheet of ${wanted}`);
        sheet.getRange('B2:C2').values = [['step', 'loss']];
        sheet.tables.add('B2:C3', true).name = wanted;
        await context.sync();
      }),
    name,
  );
});

test('a table grows by rows that are added in a later batch', async () => {
  const read = await excel.pane.evaluate(
    (wanted) =>
      Excel.run(async (context) => {
        const table = context.workbook.tables.getItem(wanted);
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
          address: range.address.split('!')[1],
          values: range.values,
          columns: table.columns.items.map((column) => column.name),
        };
      }),
    name,
  );
  expect(read).toEqual({
    address: 'B2:C5',
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
  const address = await excel.pane.evaluate(
    (wanted) =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem(`Sheet of ${wanted}`).getRange('1:1').insert('Down');
        const range = context.workbook.tables.getItem(wanted).getHeaderRowRange();
        range.load('address');
        await context.sync();
        return range.address;
      }),
    name,
  );
  expect(address).toBe(`'Sheet of ${name}'!B3:C3`);
});

test('a deleted table is gone', async () => {
  const gone = await excel.pane.evaluate(
    (wanted) =>
      Excel.run(async (context) => {
        context.workbook.tables.getItem(wanted).delete();
        const table = context.workbook.tables.getItemOrNullObject(wanted);
        table.load('name');
        await context.sync();
        return table.isNullObject;
      }),
    name,
  );
  expect(gone).toBe(true);
});
