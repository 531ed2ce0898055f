import { entryOf } from '../../../../src/workbook/objects/cells/entry';

const THIS_YEAR = new Date().getFullYear();
/** Excel's serial number of a day after February 1900. */
const day = (year: number, month: number, date: number) =>
  (Date.UTC(year, month - 1, date) - Date.UTC(1899, 11, 30)) / 86_400_000;

test.each([
  ['12', 12, undefined],
  [' -1.5 ', -1.5, undefined],
  ['+5', 5, undefined],
  ['.5', 0.5, undefined],
  ['1.', 1, undefined],
  ['(5)', -5, undefined],
  ['1,234', 1234, '#,##0'],
  ['1,234,567.5', 1234567.5, '#,##0.00'],
  ['$120', 120, '$#,##0_);[Red]($#,##0)'],
  ['$1,234.50', 1234.5, '$#,##0.00_);[Red]($#,##0.00)'],
  ['-$5', -5, '$#,##0_);[Red]($#,##0)'],
  ['$-5', -5, '$#,##0_);[Red]($#,##0)'],
  ['($5)', -5, '$#,##0_);[Red]($#,##0)'],
  ['5 %', 0.05, '0%'],
  ['-5.5%', -0.055, '0.00%'],
  ['1e3', 1000, '0.00E+00'],
  ['1.5E-3', 0.0015, '0.00E+00'],
  ['1 1/2', 1.5, '# ?/?'],
  ['0 11/16', 0.6875, '# ??/??'],
  ['12345678901234567', 12345678901234500, undefined],
])('%s is a number', (text, value, format) => {
  expect(entryOf(text)).toEqual({ value, format });
});

test.each([
  ['1/1/2017', day(2017, 1, 1), 'm/d/yyyy'],
  ['1-1-17', day(2017, 1, 1), 'm/d/yyyy'],
  ['12/31/30', day(1930, 12, 31), 'm/d/yyyy'],
  ['2017-01-05', day(2017, 1, 5), 'm/d/yyyy'],
  ['1/2', day(THIS_YEAR, 1, 2), 'd-mmm'],
  ['1-2', day(THIS_YEAR, 1, 2), 'd-mmm'],
  ['3/4', day(THIS_YEAR, 3, 4), 'd-mmm'],
  ['2/30', day(1930, 2, 1), 'mmm-yy'],
  ['1/2017', day(2017, 1, 1), 'mmm-yy'],
  ['5-Jan', day(THIS_YEAR, 1, 5), 'd-mmm'],
  ['jan 5', day(THIS_YEAR, 1, 5), 'd-mmm'],
  ['Jan 2017', day(2017, 1, 1), 'mmm-yy'],
  ['5-jan-2017', day(2017, 1, 5), 'd-mmm-yy'],
  ['January 5, 2017', day(2017, 1, 5), 'd-mmm-yy'],
  ['1/1/1900', 1, 'm/d/yyyy'],
  ['2/29/1900', 60, 'm/d/yyyy'],
  ['3/1/1900', 61, 'm/d/yyyy'],
  ['12:30', 0.5208333333333334, 'h:mm'],
  ['6:00:00', 0.25, 'h:mm:ss'],
  ['1:30 PM', 0.5625, 'h:mm AM/PM'],
  ['12 am', 0, 'h:mm AM/PM'],
  ['36:00', 1.5, '[h]:mm:ss'],
  ['1/1/2017 12:00', day(2017, 1, 1) + 0.5, 'm/d/yyyy h:mm'],
])('%s is a date or a time', (text, value, format) => {
  expect(entryOf(text)).toEqual({ value, format });
});

test('TRUE and FALSE are booleans, however they are spelled', () => {
  expect(['TRUE', 'true', ' False '].map((text) => entryOf(text)?.value)).toEqual([true, true, false]);
});

test.each([
  'class 1',
  '1a',
  '12,5',
  '1 2',
  '1 234',
  '13/1',
  '1/0',
  '32/1/2017',
  '1.2.3',
  '1e',
  'e1',
  '1e400',
  '--1',
  '(5',
  '5)',
  '(-5)',
  '5$',
  '2/30/2017',
  '1/1/1899',
  '1/1/10000',
  'Jan',
  'Sunday',
  '0x10',
  'Infinity',
  '25:99',
  '13:00 pm',
  '1-2-3-4',
  '1/',
  '/2',
  '1 0/0',
  '5 percent',
  '1:30pm',
])('%s is text', (text) => {
  expect(entryOf(text)).toBeNull();
});
