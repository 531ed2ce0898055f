/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
// https://learn.microsoft.com/javascript/api/excel/excel.conditionalformat
// https://learn.microsoft.com/javascript/api/excel/excel.conditionalformatcollection
import { type HeadlessExcel, headlessExcel } from '../../support/headlessExcel';

let excel: HeadlessExcel;
beforeAll(async () => {
  excel = await headlessExcel();
});
afterAll(() => excel.close());
beforeEach(() =>
  Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Sheet1').getRange().conditionalFormats.clearAll();
    await context.sync();
  }),
);

const inSheet = <T>(work: (sheet: Excel.Worksheet, sync: () => Promise<void>) => Promise<T>): Promise<T> =>
  Excel.run((context) => work(context.workbook.worksheets.getItem('Sheet1'), () => context.sync()));

/** Adds a format with a formula, by which the test knows it. */
function addRule(range: Excel.Range, formula: string): Excel.ConditionalFormat {
  const format = range.conditionalFormats.add('Custom');
  format.custom.rule.formula = formula;
  return format;
}

/** The formulas of the formats that touch an address, the first to apply in front. */
const order = (address: string) =>
  inSheet(async (sheet, sync) => {
    const formats = sheet.getRange(address).conditionalFormats.load('items/priority');
    await sync();
    expect(formats.items.map(({ priority }) => priority)).toEqual(formats.items.map((_, i) => i));
    const rules = formats.items.map(({ custom }) => custom.rule.load('formula'));
    await sync();
    return rules.map(({ formula }) => formula);
  });

test('a new format is added at the top priority', async () => {
  await inSheet(async (sheet, sync) => {
    for (const formula of ['=1', '=2', '=3']) addRule(sheet.getRange('A1:A9'), formula);
    await sync();
  });
  expect(await order('A1:A9')).toEqual(['=3', '=2', '=1']);
});

test.each([
  [2, ['=2', '=1', '=3']],
  [1, ['=2', '=3', '=1']],
  [99, ['=2', '=1', '=3']],
  [-1, ['=2', '=1', '=3']],
  [-2, ['=2', '=3', '=1']],
  [-99, ['=3', '=2', '=1']],
])('priority %d given to the first of three', async (priority, expected) => {
  await inSheet(async (sheet, sync) => {
    for (const formula of ['=1', '=2']) addRule(sheet.getRange('A1:A9'), formula);
    addRule(sheet.getRange('C1'), '=0');
    addRule(sheet.getRange('A1:A9'), '=3').priority = priority;
    await sync();
  });
  expect(await order('A1:A9')).toEqual(expected);
});

test('priority 0 given to the last of three', async () => {
  await inSheet(async (sheet, sync) => {
    const first = addRule(sheet.getRange('A1:A9'), '=1');
    for (const formula of ['=2', '=3']) addRule(sheet.getRange('A1:A9'), formula);
    first.priority = 0;
    await sync();
  });
  expect(await order('A1:A9')).toEqual(['=1', '=3', '=2']);
});

test('stopIfTrue is kept; a colour scale has none', async () => {
  await inSheet(async (sheet, sync) => {
    const rule = addRule(sheet.getRange('A1'), '=TRUE');
    const scale = sheet.getRange('A1').conditionalFormats.add('ColorScale');
    rule.load('stopIfTrue');
    scale.load('stopIfTrue');
    await sync();
    expect([rule.stopIfTrue, scale.stopIfTrue]).toEqual([false, null]);
    rule.stopIfTrue = true;
    rule.load('stopIfTrue');
    await sync();
    expect(rule.stopIfTrue).toBe(true);
    scale.stopIfTrue = true;
    await expect(sync()).rejects.toMatchObject({ code: 'InvalidArgument' });
  });
});

test('clearing part of its cells leaves a format to the rest, and its formula to each of them', async () => {
  await inSheet(async (sheet, sync) => {
    const format = addRule(sheet.getRange('B2:D6'), '=$A2>B$1');
    sheet.getRange('B2:D2').conditionalFormats.clearAll();
    sheet.getRange('C4').clear('Formats');
    const left = format.getRanges().load('address');
    format.custom.rule.load('formula');
    await sync();
    expect(left.address.replaceAll('Sheet1!', '')).toBe('B3:D3, B4, D4, B5:D6');
    expect(format.custom.rule.formula).toBe('=$A3>B$1');
    sheet.getRange('B1:D9').conditionalFormats.clearAll();
    const count = sheet.getRange().conditionalFormats.getCount();
    await sync();
    expect(count.value).toBe(0);
  });
});
