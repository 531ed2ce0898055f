import { shown } from '../../../src/notebook/explain/numbers';

test.each([
  [0, '0'],
  [-0, '0'],
  [1, '1'],
  [0.5, '0.5'],
  [-1.25, '−1.25'],
  [3.14159, '3.142'],
  [1234.5678, '1235'],
  [0.00012347, '0.0001235'],
  [0.000872149, '0.0008721'],
  [0.00003, '3e−5'],
  [0.0000314159, '3.142e−5'],
  [1.5e9, '1.5e9'],
  [NaN, 'no number'],
  [-Infinity, '−∞'],
])('%d is shown as %s', (value, text) => {
  expect(shown(value)).toBe(text);
});

test.each([
  [-0.9999851, 1.49e-5, '−0.9999851'],
  [0.25, 1e-9, '0.25'],
  [0.250000123, 1.23e-7, '0.250000123'],
  [0.00001234567, 1e-9, '1.234567e−5'],
  [1, 1e-30, '1'],
  [0.5, 0, '0.5'],
  [0.123456, NaN, '0.1235'],
])('%d, changed by %d, is shown as %s', (value, change, text) => {
  expect(shown(value, change)).toBe(text);
});
