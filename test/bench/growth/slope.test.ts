import { slope } from './slope';

test('is the power with which one grows with the other', () => {
  const x = [1, 2, 5, 10];
  expect(slope(x, [3, 6, 15, 30])).toBeCloseTo(1, 12);
  expect(slope(x, [1, 4, 25, 100])).toBeCloseTo(2, 12);
  expect(slope(x, [7, 7, 7, 7])).toBeCloseTo(0, 12);
});
