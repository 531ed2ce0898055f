// "Excel specifications and limits", support.microsoft.com: numbers have 15 digits.
import { numberText } from '../../../../src/workbook/objects/cells/numberText';

test.each([
  [2187.325, '$#,##0.00', '$2,187.33'],
  [1.005, '0.00', '1.01'],
  [8.325, '0.00', '8.33'],
  [2.5, '0', '3'],
  [-2.5, '0', '-3'],
  [0.1235, '0.0%', '12.4%'],
  [0.00145, '0.00%', '0.15%'],
  [1250, '0.0,', '1.3'],
  [1.125, '0.00E+00', '1.13E+00'],
  [-1.005, '0.00;(0.00)', '(1.01)'],
  [1.005, '[>100]0.0;0.00', '1.01'],
  [1.25, '[<100]0.0;0.00', '1.3'],
  [2.345, '"a;b "0.00', 'a;b 2.35'],
])('%d with %s is %s: halves go away from zero', (value, format, text) => {
  expect(numberText(value, format)).toBe(text);
});

test.each([
  [1 / 3, '0.00000000000000000', '0.33333333333333300'],
  [123456789012345678, '0', '123456789012346000'],
  [0.1 + 0.2, '0.0000000000000000', '0.3000000000000000'],
])('%d with %s is %s: digits behind the fifteenth are zeros', (value, format, text) => {
  expect(numberText(value, format)).toBe(text);
});

test.each([
  [42736.5, 'm/d/yyyy h:mm', '1/1/2017 12:00'],
  [0.3333, '# ?/?', ' 1/3'],
  [0, '0.00;(0.00);"none"', 'none'],
  [1.5, '"text"', 'text'],
])('%d with %s is %s: what shows no decimals is left alone', (value, format, text) => {
  expect(numberText(value, format)).toBe(text);
});

test.each([
  [0, '0'],
  [0.1 + 0.2, '0.3'],
  [1400.0000000000002, '1400'],
  [0.6498131955352866, '0.649813196'],
  [110.36059805186828, '110.3605981'],
  [0.99999999999, '1'],
  [1234567890.55, '1234567891'],
  [9999999999.96, '10000000000'],
  [12345678901, '12345678901'],
  [99999999999.6, '1E+11'],
  [123456789012, '1.23457E+11'],
  [-123456789012, '-1.23457E+11'],
  [0.000123456789, '0.000123457'],
  [0.00001234, '0.00001234'],
  [0.000012345678, '1.23457E-05'],
  [1e-10, '1E-10'],
  [1.23456789e-300, '1.2346E-300'],
])('General shows %d as %s', (value, text) => {
  expect(numberText(value, 'General')).toBe(text);
});
