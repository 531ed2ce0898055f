import { type EmbeddedWorkbook, openWorkbook } from '../harness';

let excel: EmbeddedWorkbook;
beforeAll(async () => {
  excel = await openWorkbook({ bare: true });
});
afterAll(() => excel.close());

test('numbers come back in full double precision', async () => {
  const numbers = [0.1 + 0.2, 1 / 3, 1.7976931348623157e308, -5e-324, 123456789012.34567];
  const read = await excel.pane.evaluate(
    (row) =>
      Excel.run(async (context) => {
        const range = context.workbook.worksheets.getActiveWorksheet().getRange('A1:E1');
        range.values = [row];
        range.load('values');
        await context.sync();
        return range.values[0];
      }),
    numbers,
  );
  expect(read).toEqual(numbers);
});

test('text that looks like a number becomes one, blanks are empty strings, null leaves a cell alone', async () => {
  const { values, types } = await excel.pane.evaluate(() =>
    Excel.run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange('A3:F3');
      range.values = [['12.5', 'text', true, "'007", 'kept', '50%']];
      range.values = [[null, null, null, null, null, '']];
      range.load('values,valueTypes');
      await context.sync();
      return { values: range.values[0], types: range.valueTypes[0] };
    }),
  );
  expect(values).toEqual([12.5, 'text', true, '007', 'kept', '']);
  expect(types).toEqual(['Double', 'String', 'Boolean', 'String', 'String', 'Empty']);
});

test('one value fills a range', async () => {
  await excel.pane.evaluate(() =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange('H1:I2').values = 7 as never;
      await context.sync();
    }),
  );
  expect(await excel.read('H1:I2')).toEqual([
    [7, 7],
    [7, 7],
  ]);
});

test('a formula is calculated within the batch that writes it, spilled cells included, and errors are texts', async () => {
  const read = await excel.pane.evaluate(() =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange('K1').values = [[3]];
      sheet.getRange('L1:N1').formulas = [['=K1*2', '=1/0', '=SEQUENCE(2,2)']];
      const range = sheet.getRange('L1:O2');
      range.load('values,formulas');
      await context.sync();
      return { values: range.values, formula: range.formulas[0][0] };
    }),
  );
  expect(read.values).toEqual([
    [6, '#DIV/0!', 1, 2],
    ['', '', 3, 4],
  ]);
  expect(read.formula).toBe('=K1*2');
});

test('a value over a spilling formula takes its array away', async () => {
  await excel.pane.evaluate(() =>
    Excel.run(async (context) => {
      const cell = context.workbook.worksheets.getActiveWorksheet().getRange('N5');
      cell.formulas = [['=SEQUENCE(2,2)']];
      await context.sync();
      cell.values = [[9]];
      await context.sync();
    }),
  );
  expect(await excel.read('N5:O6')).toEqual([
    [9, ''],
    ['', ''],
  ]);
});

test('thousands of cells, which the client sends in pieces, get to their places', async () => {
  await excel.pane.evaluate(() =>
    Excel.run(async (context) => {
      const values = Array.from({ length: 500 }, (_, i) => Array.from({ length: 10 }, (_, j) => i * 10 + j));
      context.workbook.worksheets.getActiveWorksheet().getRange('A301:J800').values = values;
      await context.sync();
    }),
  );
  expect(await excel.read('A301:B301')).toEqual([[0, 1]]);
  expect(await excel.read('I800:J800')).toEqual([[4998, 4999]]);
});
