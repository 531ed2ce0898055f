import fc from 'fast-check';
import {
  cellText,
  gradientText,
  LONGEST_TEXT,
  magnitudeText,
  powerText,
  sharedPower,
} from '../../src/taskpane/numbers';

test.each([
  [0, '0'],
  [0.5, '0.5'],
  [-1, '−1'],
  [0.256, '0.26'],
  [-2.345, '−2.35'],
  [12.34, '12.3'],
  [-123.4, '−123'],
  [0.0003, '0.00'],
  [9.999, '10'],
  [NaN, 'NaN'],
])('%d fits a small cell as %s', (value, text) => {
  expect(cellText(value)).toBe(text);
});

test('small gradients share a power of ten, so that they can be checked by hand', () => {
  const values = [0.00234, -0.00056, 0];
  const power = sharedPower(values);
  expect(powerText(power)).toBe('×10⁻³');
  expect(values.map((value) => cellText(value, power))).toEqual(['2.34', '−0.56', '0']);
});

test.each([
  [[0.5, 12], ''],
  [[0, 0], ''],
  [[NaN, 0.02], '×10⁻²'],
  [[123456], '×10⁵'],
  [[3e-12], '×10⁻¹²'],
])('%p share %s', (values, text) => {
  expect(powerText(sharedPower(values))).toBe(text);
});

test('no number of a grid takes more than five characters', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ noNaN: true, noDefaultInfinity: true })), (values) => {
      const power = sharedPower(values);
      for (const value of values) expect(cellText(value, power).length).toBeLessThanOrEqual(LONGEST_TEXT);
    }),
  );
});

test.each([
  [0, '0'],
  [-0.007289080857, '-0.00728908'],
  [12.5, '12.5000'],
  [0.0000180566, '1.8057e-5'],
  [-1.23456789e-10, '-1.2346e-10'],
])('%p is shown as %s', (value, shown) => {
  expect(gradientText(value)).toBe(shown);
});

test.each([
  [0, '0'],
  [-6.2e-11, '-6e-11'],
  [1, '1e0'],
  [25, '3e1'],
])('what should be nothing, %p, is shown as %s', (value, shown) => {
  expect(magnitudeText(value)).toBe(shown);
});
