import { relu } from '../../../src/engine/activations/relu';
import { map } from '../support/layer';

test('keeps what is above 0, and its gradient; at exactly 0 the derivative is 0', () => {
  const values = Float64Array.of(-2, -0, 0, 1e-300, 3);
  const gradient = Float64Array.of(1, 2, 3, 4, 5);
  const inputGradient = new Float64Array(5).fill(NaN);
  const layer = relu.compile(values, gradient, inputGradient, map(1, 5));
  layer.forward();
  layer.backward();
  expect([...values]).toEqual([0, 0, 0, 1e-300, 3]);
  expect([...inputGradient]).toEqual([0, 0, 0, 4, 5]);
  expect([...gradient]).toEqual([1, 2, 3, 4, 5]);
});

test('lets NaN and ∞ through, forward and backward', () => {
  const values = Float64Array.of(NaN, Infinity, -Infinity, 1);
  const inputGradient = new Float64Array(4);
  const layer = relu.compile(values, Float64Array.of(1, 2, 3, NaN), inputGradient, map(1, 4));
  layer.forward();
  layer.backward();
  expect([...values]).toEqual([NaN, Infinity, 0, 1]);
  expect([...inputGradient]).toEqual([1, 2, 0, NaN]);
});
