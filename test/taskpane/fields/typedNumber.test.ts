import { typedNumber } from '../../../src/taskpane/fields/typedNumber';

test.each([
  ['0.01', 0.01],
  ['0,01', 0.01],
  [' 0,005 ', 0.005],
  [',5', 0.5],
  ['-1,5', -1.5],
  ['−0,25', -0.25],
  ['1,5e-3', 0.0015],
  ['12,34', 12.34],
  ['1e9', 1e9],
  ['200', 200],
])('%j is understood', (text, number) => expect(typedNumber(text)).toBe(number));

test.each(['1,000', '12,345', '1,000,000', '-1,500'])('%j may be two numbers', (text) =>
  expect(typedNumber(text)).toBe('ambiguous'),
);

test.each(['', '  ', 'fast', '1,2,3', '1.000,5', '1,', 'Infinity', '0,01 0'])('%j is none', (text) =>
  expect(typedNumber(text)).toBeUndefined(),
);
