// What images cost, counted in random numbers: not times, which depend on the machine.
import { digitAt } from '../../src/data/digits';
import { GENERATORS, makeSet, type GeneratorName } from '../../src/data/generators';
import { batchAt } from '../../src/data/split';
import { randomAt } from '../../src/data/randomAt';

let drawn = 0;
jest.mock('../../src/data/randomAt', () => {
  const actual = jest.requireActual<typeof import('../../src/data/randomAt')>('../../src/data/randomAt');
  const counting = (...place: Parameters<typeof actual.randomAt>) => {
    const draw = actual.randomAt(...place);
    return () => {
      drawn++;
      return draw();
    };
  };
  return { ...actual, randomAt: jest.fn(counting) };
});

const generators = jest.mocked(randomAt);
beforeEach(() => {
  drawn = 0;
  generators.mockClear();
});

test('the millionth digit costs as much as the first', () => {
  for (let index = 1_000_000; index < 1_000_100; index++) digitAt(1, index);
  expect(generators).toHaveBeenCalledTimes(100);
  expect(drawn).toBeLessThan(100 * 150);
});

test.each(Object.keys(GENERATORS) as GeneratorName[])('each of 2,000 %s is drawn once', (name) => {
  const set = makeSet(name, 7, 2000);
  expect(set.count).toBe(2000);
  expect(generators.mock.calls.length).toBeLessThanOrEqual(2 * 2000);
  const { channels, height, width } = GENERATORS[name];
  expect(drawn).toBeLessThan(2000 * (150 + channels * height * width));
});

test('a batch costs as much as the batch: the order of the set is made once an epoch', () => {
  const training = Uint32Array.from({ length: 60_000 }, (_, index) => index);
  const into = new Uint32Array(32);
  for (let step = 0; step < 1875 * 3; step++) batchAt(training, 32, step, 1, into);
  expect(generators).toHaveBeenCalledTimes(3);
  expect(drawn).toBe(3 * 60_000);
});
