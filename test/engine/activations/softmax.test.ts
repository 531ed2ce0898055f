import { softmax } from '../../../src/engine/activations/softmax';
import { activated } from '../support/activation';
import { expectClose } from '../support/close';

test('shares 1 out among the channels', () => {
  // e^x = 1, 2, 5 of 8. With gradients 8 0 0 their mean by the shares is 1: 1/8·(8 − 1), 2/8·(0 − 1), 5/8·(0 − 1)
  const { activations, inputGradient } = activated(softmax, [0, Math.log(2), Math.log(5)], [8, 0, 0]);
  expectClose(activations, [0.125, 0.25, 0.625], 1e-15);
  expectClose(inputGradient, [0.875, -0.25, -0.625], 1e-15);
});

test('does so for each pixel of each image by itself', () => {
  // two images, two channels of two pixels: the channels of a pixel stand two numbers apart
  const ln3 = Math.log(3);
  const values = Float64Array.of(0, ln3, 0, 0, ln3, 7, 0, 7);
  const passes = softmax.compile(values, values, new Float64Array(8), { channels: 2, height: 1, width: 2 });
  passes.forward();
  expectClose(values, [0.5, 0.75, 0.5, 0.25, 0.75, 0.5, 0.25, 0.5], 1e-15);
});

test('does not overflow, and one NaN makes NaN of all channels of its pixel', () => {
  expect(activated(softmax, [1e308, -1e308]).activations).toEqual([1, 0]);
  expect(activated(softmax, [-1e308, 1e308]).activations).toEqual([0, 1]);
  expect(activated(softmax, [1, NaN, 2]).activations).toEqual([NaN, NaN, NaN]);
  expect(activated(softmax, [NaN, 1]).activations).toEqual([NaN, NaN]);
  expect(activated(softmax, [Infinity, 1]).activations).toContainEqual(NaN);
});
