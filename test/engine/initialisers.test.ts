import {
  constant,
  defaultInitialiser,
  fansOf,
  glorotNormal,
  glorotUniform,
  heNormal,
  heUniform,
  initialiserFor,
  initialisers,
  normal,
  uniform,
  zeros,
  type Initialiser,
  type InitialiserName,
  type NamedInitialiser,
} from '../../src/engine/initialisers';
import type { Parameter } from '../../src/engine/layerShape';
import { Random } from '../../src/engine/random';

function filled(initialiser: Initialiser, size = 20000): Float64Array {
  const target = new Float64Array(size).fill(NaN);
  initialiser(new Random(5), target, 8, 24);
  return target;
}

test.each([
  // fan in 8, fan out 24: He 2/8, Glorot 2/(8 + 24)
  ['heNormal', heNormal, 1 / 4],
  ['heUniform', heUniform, 1 / 4],
  ['glorotNormal', glorotNormal, 1 / 16],
  ['glorotUniform', glorotUniform, 1 / 16],
  // of any interval limit²/3, of any standard deviation its square
  ['uniform(0.6)', uniform(0.6), 0.12],
  ['normal(0.3)', normal(0.3), 0.09],
])('%s has mean 0 and the variance of its formula', (_name, initialiser, variance) => {
  const values = filled(initialiser);
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  const found = values.reduce((sum, x) => sum + x * x, 0) / values.length;
  // Of 20000 numbers the mean is off by 1/141 of a standard deviation, the variance by 1/100 of itself.
  expect(Math.abs(mean)).toBeLessThan((5 / 141) * Math.sqrt(variance));
  expect(Math.abs(found / variance - 1)).toBeLessThan(5 / 100);
});

test.each([
  // √(6/8) and √(6/32)
  ['heUniform', heUniform, 0.8660254037844386],
  ['glorotUniform', glorotUniform, 0.4330127018922193],
  ['uniform(0.6)', uniform(0.6), 0.6],
])('%s fills its interval and stays within', (_name, initialiser, limit) => {
  const values = filled(initialiser).map(Math.abs);
  expect(Math.max(...values)).toBeLessThanOrEqual(limit);
  expect(Math.max(...values)).toBeGreaterThan(0.999 * limit);
});

test('zeros and constant', () => {
  expect([...filled(zeros, 2)]).toEqual([0, 0]);
  expect([...filled(constant(0.1), 2)]).toEqual([0.1, 0.1]);
});

test('the same seed gives the same weights', () => {
  expect(filled(heNormal, 10)).toEqual(filled(heNormal, 10));
});

test.each([
  // conv: 3 channels of 5×7 go into one number; a pixel goes to 2 filters of 5×7
  [[2, 3, 5, 7], { fanIn: 105, fanOut: 70 }],
  [[10, 288], { fanIn: 288, fanOut: 10 }],
  [[4], { fanIn: 1, fanOut: 4 }],
])('fans of %p', (shape, fans) => {
  expect(fansOf(shape)).toEqual(fans);
});

test('in a depthwise convolution a pixel reaches the one filter of its channel', () => {
  // 8 channels with a filter of 3×5 each: 15 in, and out to 15; of a convolution with 8 filters 8·15
  expect(fansOf([8, 1, 3, 5], 8)).toEqual({ fanIn: 15, fanOut: 15 });
  expect(fansOf([8, 1, 3, 5])).toEqual({ fanIn: 15, fanOut: 120 });
});

test.each<[InitialiserName, number | undefined, Initialiser]>([
  ['Xavier uniform', undefined, glorotUniform],
  ['Xavier normal', undefined, glorotNormal],
  ['He uniform', undefined, heUniform],
  ['He normal', undefined, heNormal],
  ['uniform', undefined, uniform(0.05)],
  ['uniform', 2, uniform(2)],
  ['normal', undefined, normal(0.05)],
  ['normal', 2, normal(2)],
  ['constant', undefined, constant(0.1)],
  ['constant', 0, constant(0)],
  ['zeros', undefined, zeros],
])('%s, given %p, by its name', (name, argument, initialiser) => {
  expect(filled(initialiserFor(name, argument), 50)).toEqual(filled(initialiser, 50));
});

test('an unknown initialiser', () => {
  expect(() => initialiserFor('He' as InitialiserName)).toThrow(
    `There is no initialiser 'He'; expected one of ${Object.keys(initialisers).join(', ')}.`,
  );
  expect(() => initialiserFor('toString' as InitialiserName)).toThrow("There is no initialiser 'toString'");
});

test.each<[string, Parameter, NamedInitialiser]>([
  ['filters', { name: 'conv.filters', shape: [2, 1, 3, 3] }, { initialiser: 'He normal' }],
  ['dense weights', { name: 'dense.weights', shape: [10, 288] }, { initialiser: 'Xavier uniform' }],
  ['a bias', { name: 'dense.bias', shape: [10] }, { initialiser: 'zeros' }],
  ['a scale', { name: 'norm.scale', shape: [3], initial: 1 }, { initialiser: 'constant', argument: 1 }],
])('%s starts as is usual', (_what, parameter, expected) => {
  expect(defaultInitialiser(parameter)).toEqual(expected);
});
