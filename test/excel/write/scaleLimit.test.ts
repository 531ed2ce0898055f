import { scaleLimit } from '../../../src/excel/write/scaleLimit';

test.each([
  [0, '0'],
  [12, '12'],
  [-3, '-3'],
  [0.5, '=5/10^1'],
  [-1.25, '=-125/10^2'],
  [-0.5, '=-5/10^1'],
  [1.5e-7, '=15/10^8'],
  [-2e-9, '=-2/10^9'],
  [1e21, '=1*10^21'],
])('%d is %s, which reads the same with a decimal comma', (value, text) => {
  expect(scaleLimit(value)).toBe(text);
});
