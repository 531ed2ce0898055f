/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { type HeadlessExcel, headlessExcel } from '../../support/headlessExcel';

let excel: HeadlessExcel;
beforeAll(async () => {
  excel = await headlessExcel();
});
afterAll(() => excel.close());

// https://support.microsoft.com/office/merge-and-unmerge-cells-5cbd15d5-9375-4540-907f-c673a93fcedf
test.each([
  [false, [1, '', '', '']],
  [true, [1, '', 3, '']],
])(
  'merging (each row of its own: %s) keeps the first cell alone, also when it is taken back',
  async (across, kept) => {
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Sheet1').getRange('A1:B2');
      range.values = [
        [1, 2],
        [3, '=A1'],
      ];
      range.merge(across);
      range.load('values');
      await context.sync();
      expect(range.values.flat()).toEqual(kept);
      range.unmerge();
      range.load('formulas');
      await context.sync();
      expect((range.formulas as unknown[][]).flat()).toEqual(kept);
    });
  },
);
