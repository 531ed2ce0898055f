import { learningRateAt, type ScheduleName } from '../../src/engine/schedules';
import { expectClose } from './support/close';

const options = { learningRate: 8, factor: 0.5, every: 2, length: 4 };
const rates = (name: ScheduleName, steps: number[], more = {}): number[] =>
  steps.map((step) => learningRateAt(name, { ...options, ...more }, step));

test('constant', () => {
  expect(rates('constant', [0, 1, 1000])).toEqual([8, 8, 8]);
});

test('step halves after every two', () => {
  expect(rates('step', [0, 1, 2, 3, 4])).toEqual([8, 8, 4, 4, 2]);
});

test('exponential halves every time', () => {
  expect(rates('exponential', [0, 1, 2, 3])).toEqual([8, 4, 2, 1]);
});

test('cosine goes down to 0 in four steps and stays there', () => {
  // 8·½·(1 + cos 0, 45°, 90°, 135°, 180°)
  const part = 4 * Math.SQRT1_2;
  expectClose(rates('cosine', [0, 1, 2, 3, 4, 5, 100]), [8, 4 + part, 4, 4 - part, 0, 0, 0]);
});

test('one-cycle starts at 1/25, reaches the rate at 30% and ends at 1/250000', () => {
  // of 10 steps, 0 … 9, the top is at 0.3·10 − 1 = 2; half way up 8·(1/25 + 1)/2
  const end = 8 / 250000;
  expectClose(rates('one-cycle', [0, 1, 2, 9, 10, 1000], { length: 10 }), [0.32, 4.16, 8, end, end, end]);
});

test.each<[ScheduleName, object, string]>([
  ['step', { every: 0 }, "The schedule's 'every' is 0; expected a whole number of steps, 1 or more."],
  ['cosine', { length: 0.5 }, "The schedule's 'length' is 0.5; expected a whole number of steps, 1 or more."],
  [
    'one-cycle',
    { length: NaN },
    "The schedule's 'length' is NaN; expected a whole number of steps, 1 or more.",
  ],
])('%s refuses %p', (name, more, message) => {
  expect(() => rates(name, [1], more)).toThrow(message);
});

test('what a schedule does not look at may be anything', () => {
  expect(rates('constant', [3], { factor: NaN, every: 0, length: 0 })).toEqual([8]);
});
