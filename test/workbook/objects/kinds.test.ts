/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { type HeadlessExcel, headlessExcel } from '../support/headlessExcel';

let excel: HeadlessExcel;
beforeAll(async () => {
  excel = await headlessExcel();
});
afterAll(() => excel.close());

/** What a kind is asked of a range. */
const asked: Record<string, (range: Excel.Range, kind: string) => void> = {
  'conditional formats': (range, kind) => void range.conditionalFormats.add(kind as 'IconSet'),
  charts: (range, kind) => void range.worksheet.charts.add(kind as 'Pie', range, 'Auto'),
  borders: (range, kind) => (range.format.borders.getItem(kind as 'DiagonalUp').style = 'Continuous'),
  'horizontal alignments': (range, kind) => (range.format.horizontalAlignment = kind as 'Fill'),
  'vertical alignments': (range, kind) => (range.format.verticalAlignment = kind as 'Justify'),
};

const failure = (what: string, kind: string) =>
  Excel.run(async (context) => {
    asked[what](context.workbook.worksheets.getItem('Sheet1').getRange('A1:B2'), kind);
    const error = await context.sync().then(
      () => null,
      (reason: OfficeExtension.Error) => reason,
    );
    return { code: error?.code, message: error?.message };
  });

test.each([
  ['conditional formats', ['IconSet', 'TopBottom', 'PresetCriteria', 'ContainsText']],
  ['charts', ['Pie', 'ColumnClustered', 'XYScatter']],
  ['borders', ['DiagonalDown', 'DiagonalUp']],
  ['horizontal alignments', ['Fill', 'CenterAcrossSelection', 'Distributed']],
  ['vertical alignments', ['Justify', 'Distributed']],
])('%s that Excel has, and this workbook has not, are refused by their name', async (what, kinds) => {
  for (const kind of kinds)
    expect(await failure(what, kind)).toEqual({
      code: 'NotImplemented',
      message: expect.stringContaining(kind),
    });
});

test.each(['conditional formats', 'borders', 'horizontal alignments', 'vertical alignments'])(
  'of %s a word of no meaning is an invalid argument',
  async (what) => {
    expect(await failure(what, 'Nonsense')).toMatchObject({ code: 'InvalidArgument' });
  },
);
