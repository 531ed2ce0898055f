import { Random } from '../../src/engine/random';

const take = (count: number, draw: () => number): number[] => Array.from({ length: count }, draw);

test.each([
  [0, [0.31748144353787644, 0.18830282972553158, 0.22070574447598978]],
  [42, [0.29439390788555, 0.9125655762203799, 0.15283040785296254]],
  [-1, [0.7774230976147113, 0.7175751220581912, 0.004060327670893371]],
  [2 ** 40 + 7, [0.37596396053116743, 0.6615108188265071, 0.11766926448411508]],
])('seed %p begins as an sfc32 written in Python with big integers does', (seed, expected) => {
  const random = new Random(seed);
  expect(take(3, () => random.next())).toEqual(expected);
});

test('goes on from a saved state, in JSON too, in the middle of normal numbers', () => {
  const random = new Random(7);
  take(5, () => random.normal());
  const saved = JSON.stringify(random.state);
  const restored = Random.fromState(JSON.parse(saved));
  const draw = (from: Random): number[] => take(9, () => from.normal() + from.integer(100) + from.next());
  expect(draw(restored)).toEqual(draw(random));
  expect(restored.state).toEqual(random.state);
});

test('next is within [0, 1), evenly', () => {
  const random = new Random(1);
  const numbers = take(20000, () => random.next());
  expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...numbers)).toBeLessThan(1);
  // Ten bins of 2000, each off by √(2000·0.9) = 42 at one standard deviation.
  for (let bin = 0; bin < 10; bin++) {
    const count = numbers.filter((x) => Math.floor(10 * x) === bin).length;
    expect(Math.abs(count - 2000)).toBeLessThan(5 * 42);
  }
});

test('normal has mean 0, variance 1 and the tails of a bell', () => {
  const random = new Random(2);
  const numbers = take(40000, () => random.normal());
  const moment = (power: number): number => numbers.reduce((sum, x) => sum + x ** power, 0) / numbers.length;
  // Standard deviations of the moments, of 40000: 1/200, √2/200, √96/200.
  expect(Math.abs(moment(1))).toBeLessThan(5 * 0.005);
  expect(Math.abs(moment(2) - 1)).toBeLessThan(5 * 0.0071);
  expect(Math.abs(moment(4) - 3)).toBeLessThan(5 * 0.049);
});

test('integer reaches every number below n, and no other', () => {
  const random = new Random(3);
  expect(new Set(take(200, () => random.integer(6)))).toEqual(new Set([0, 1, 2, 3, 4, 5]));
  expect(random.integer(1)).toBe(0);
  expect(() => random.integer(0)).toThrow('below 0 was asked for; expected a whole number, 1 or more');
});

test.each([0.5, NaN, Infinity, 2 ** 53])('refuses the seed %p', (seed) => {
  expect(() => new Random(seed)).toThrow(`The seed is ${seed}; expected a whole number`);
});

test.each([[[]], [[1, 2, 3]], [[1, 2, 3, -1]], [[1, 2, 3, 2 ** 32]], [[1, 2, 3, 0.5]]])(
  'refuses the state %p',
  (state) => {
    expect(() => Random.fromState(state)).toThrow('expected four whole numbers below 2^32');
  },
);
