import { numberShown, sizeShown } from '../../../../src/taskpane/see/gradient/numbers';

test.each([
  [0, '0'],
  [-0.007289080857, '-0.00728908'],
  [12.5, '12.5000'],
  [0.0000180566, '1.8057e-5'],
  [-1.23456789e-10, '-1.2346e-10'],
])('%p is shown as %s', (value, shown) => {
  expect(numberShown(value)).toBe(shown);
});

test.each([
  [0, '0'],
  [-6.2e-11, '-6e-11'],
  [1, '1e0'],
  [25, '3e1'],
])('what should be nothing, %p, is shown as %s', (value, shown) => {
  expect(sizeShown(value)).toBe(shown);
});
