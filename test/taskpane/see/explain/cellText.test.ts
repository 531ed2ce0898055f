import fc from 'fast-check';
import { cellText } from '../../../../src/taskpane/see/explain/cellText';

test.each([
  [0, '0'],
  [0.5, '0.5'],
  [-1, '−1'],
  [0.256, '0.26'],
  [-2.345, '−2.35'],
  [12.34, '12.3'],
  [-123.4, '−123'],
  [0.0003, '3e−4'],
  [123456, '1e5'],
  [9.999, '10'],
  [NaN, 'NaN'],
])('%d fits a small cell as %s', (value, text) => {
  expect(cellText(value)).toBe(text);
});

test('no number that training meets takes more than five characters', () => {
  fc.assert(
    fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), (value) => {
      fc.pre(value === 0 || Math.abs(value) > 1e-9);
      expect(cellText(value).length).toBeLessThanOrEqual(5);
    }),
  );
});
