import { shown } from '../../../src/notebook/explain/numbers';

test.each([
  [0, '0'],
  [-0, '0'],
  [1, '1'],
  [0.5, '0.5'],
  [-1.25, '−1.25'],
  [3.14159, '3.142'],
  [1234.5678, '1235'],
  [0.00012345, '0.000123'],
  [0.00003, '3e−5'],
  [1.5e9, '1.5e9'],
  [NaN, 'no number'],
  [-Infinity, '−∞'],
])('%d is shown as %s', (value, text) => {
  expect(shown(value)).toBe(text);
});
