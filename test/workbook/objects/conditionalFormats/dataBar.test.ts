/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
// https://learn.microsoft.com/javascript/api/excel/excel.databarconditionalformat
import { type HeadlessExcel, headlessExcel } from '../../support/headlessExcel';
import { type DocumentData, documentOf } from '../../../../src/workbook/book/document';
import { opened, saved } from '../../support/workbookFiles';

let excel: HeadlessExcel;
beforeAll(async () => {
  excel = await headlessExcel();
});
afterAll(() => excel.close());

const add = (change: (bars: Excel.DataBarConditionalFormat) => void): Promise<void> =>
  Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1');
    change(sheet.getRange('B2:B4').conditionalFormats.add('DataBar').dataBar);
    await context.sync();
  });

const read = () =>
  Excel.run(async (context) => {
    const formats = context.workbook.worksheets.getItem('Sheet1').getRange('B3').conditionalFormats;
    formats.load('items/type');
    await context.sync();
    const [{ type, dataBar }] = formats.items;
    dataBar.load('lowerBoundRule,upperBoundRule');
    dataBar.positiveFormat.load('fillColor');
    await context.sync();
    const { lowerBoundRule, upperBoundRule, positiveFormat } = dataBar;
    return { type, lowerBoundRule, upperBoundRule, fillColor: positiveFormat.fillColor };
  });

test('bounds and colour are read back, also from a file', async () => {
  await add((bars) => {
    bars.lowerBoundRule = { type: 'Number', formula: '=0' };
    bars.upperBoundRule = { type: 'HighestValue' };
    bars.positiveFormat.fillColor = '#C9DAF3';
  });
  expect(await read()).toMatchObject({
    type: 'DataBar',
    lowerBoundRule: { type: 'Number', formula: '=0' },
    upperBoundRule: { type: 'HighestValue' },
    fillColor: '#C9DAF3',
  });
  const { document, leftOut } = await opened(await saved(excel.book), excel.book);
  expect(leftOut).toEqual([]);
  const rules = rulesOf(document);
  expect(rules).toHaveLength(1);
  expect(rules).toEqual(rulesOf(documentOf(excel.book)));
});

/** The rules of the only sheet, without their ids. */
function rulesOf({ workbook }: DocumentData): unknown[] {
  const { data } = workbook.resources!.find(({ name }) => name.includes('CONDITIONAL_FORMATTING'))!;
  const [rules] = Object.values(JSON.parse(data) as Record<string, { rule: unknown }[]>);
  return rules.map(({ rule }) => rule);
}

test('what is not drawn here is refused by its name', async () => {
  const automatic = add((bars) => (bars.lowerBoundRule = { type: 'Automatic' }));
  await expect(automatic).rejects.toThrow('Automatic');
  await expect(add((bars) => (bars.axisColor = '#FF0000'))).rejects.toThrow('AxisColor');
});

test('a bound of no number is refused', async () => {
  const words = add((bars) => (bars.upperBoundRule = { type: 'Number', formula: 'tea' }));
  await expect(words).rejects.toMatchObject({ code: 'InvalidArgument' });
});
