// What Excel makes of a text does not depend on how it comes into a cell: "Stop automatically changing numbers to dates",
// support.microsoft.com ("you type a number or paste").
import { type EmbeddedWorkbook, openWorkbook } from '../harness';

let excel: EmbeddedWorkbook;
beforeAll(async () => {
  excel = await openWorkbook({ blank: true });
});
afterAll(() => excel.close());

/** Texts, with what they become: the formula (or the value), the value, the number format. */
const TEXTS = [
  ['1/2/2017', 42737, 42737, 'm/d/yyyy'],
  ['5%', 0.05, 0.05, '0%'],
  ['1,234', 1234, 1234, '#,##0'],
  ['0 1/2', 0.5, 0.5, '# ?/?'],
  ['1e3', 1000, 1000, '0.00E+00'],
  ['TRUE', true, true, 'General'],
  ['one, two', 'one, two', 'one, two', 'General'],
  ['=1+1', '=1+1', 2, 'General'],
  ['+1+1', '=+1+1', 2, 'General'],
] as const;

const found = (address: string) =>
  excel.pane.evaluate(
    (wanted) =>
      Excel.run(async (context) => {
        const range = context.workbook.worksheets.getActiveWorksheet().getRange(wanted);
        range.load('formulas,values,numberFormat');
        await context.sync();
        const { formulas, values, numberFormat } = range;
        return values.map((row, i) => [formulas[i][0], row[0], numberFormat[i][0]] as unknown[]);
      }),
    address,
  );

const expected = TEXTS.map(([, ...rest]) => rest);

test('typed texts become what Excel makes of them', async () => {
  for (const [row, [text]] of TEXTS.entries()) await excel.type(`B${row + 1}`, text);
  expect(await found('B1:B9')).toEqual(expected);
});

test('pasted texts, too', async () => {
  await excel.paste('D1', TEXTS.map(([text]) => text).join('\n'));
  expect(await found('D1:D9')).toEqual(expected);
});

test('one pasted text, too', async () => {
  await excel.paste('F1', '5%');
  expect(await found('F1')).toEqual([[0.05, 0.05, '0%']]);
});

test('cells that are text keep what is typed and pasted', async () => {
  await excel.pane.evaluate(() =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange('H1:H20').numberFormat = [['@']];
      await context.sync();
    }),
  );
  await excel.type('H1', '1/2/2017');
  await excel.paste('H2', '5%\n0 1/2');
  expect(await found('H1:H3')).toEqual([
    ['1/2/2017', '1/2/2017', '@'],
    ['5%', '5%', '@'],
    ['0 1/2', '0 1/2', '@'],
  ]);
});
