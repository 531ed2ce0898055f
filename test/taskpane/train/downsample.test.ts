import { downsample } from '../../../src/taskpane/train/downsample';

const steps = (count: number) => Array.from({ length: count }, (_, step) => ({ step, loss: 1 }));

test('a short history is drawn as it is', () => {
  const history = steps(400);
  expect(downsample(history)).toBe(history);
});

test('of a long one some points are drawn, the first and the last among them', () => {
  const points = downsample(steps(10_000));
  expect(points.length).toBeLessThanOrEqual(401);
  expect(points[0].step).toBe(0);
  expect(points.at(-1)!.step).toBe(9999);
});
