import { numberOfManyDigits } from '../../../src/workbook/grid/manyDigits';

test.each([
  ['0.9788408615815897', 0.978840861581589],
  ['-12345678901234567', -12345678901234500],
  ['1.2345678901234567e-5', 1.23456789012345e-5],
  ['0.017247060502670997', 0.0172470605026709],
  ['0.0823529437184333', 0.0823529437184333],
  ['0.000000000000000001', 1e-18],
])('%s is cut to fifteen digits, as Excel does', (text, number) =>
  expect(numberOfManyDigits(text)).toBe(number),
);

test.each(['0.5', '123456789012345', 'hello', '1.2.3', ''])('"%s" needs no help', (text) =>
  expect(numberOfManyDigits(text)).toBeUndefined(),
);
