import { permute } from './permute';

test('transposes a matrix', () => {
  expect([...permute([1, 2, 3, 4, 5, 6], [2, 3], [1, 0])]).toEqual([1, 4, 2, 5, 3, 6]);
});

test('puts channels last, and first again', () => {
  const shape = [2, 3, 4, 5];
  const values = Float32Array.from({ length: 120 }, (_, i) => i);
  const last = permute(values, shape, [0, 2, 3, 1]);
  // Image 1, channel 2, row 3, column 4 is the last number either way; channel 0 there is two before.
  expect(last[119]).toBe(119);
  expect(last[117]).toBe(119 - 2 * 20);
  expect(permute(last, [2, 4, 5, 3], [0, 3, 1, 2])).toEqual(values);
});
