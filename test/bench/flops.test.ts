import { flopsOf } from './flops';
import { WORKLOADS } from './workloads';

const workload = (key: string) => WORKLOADS.find((each) => each.key === key)!;

// Products of the lesson-4 net: conv1 2·26·26·9 = 12,168; conv2 2·24·24·2·9 = 20,736; dense 288·10 = 2,880.

test('a forward pass goes through every layer once', () => {
  expect(flopsOf(workload('lesson4-forward'))).toBe(2 * (12168 + 20736 + 2880));
});

test('a step goes through the first layer twice, through the others three times, for each image', () => {
  const one = 2 * (2 * 12168 + 3 * (20736 + 2880));
  expect(flopsOf(workload('lesson4-1'))).toBe(one);
  expect(flopsOf(workload('lesson4-64'))).toBe(64 * one);
});

test('of the single convolution only the convolution counts', () => {
  expect(flopsOf(workload('convolution'))).toBe(2 * 32 * 64 * 9 * 32 * 32);
});
