import { batchNormEpsilon } from '../../../src/engine/layers/batchNorm';
import { expectClose } from '../support/close';
import { layerAlone } from '../support/layer';

/** One channel of one pixel, two images: 1 and 5, of mean 3 and variance 4, unbiased 8. */
function example() {
  const layer = layerAlone({ type: 'batchNorm', name: 'norm' }, { channels: 1, height: 1, width: 1 }, 2);
  layer.input.set([1, 5]);
  layer.parameters[0].set([10]);
  layer.parameters[1].set([0.5]);
  return layer;
}

test('in training: by mean and variance of the batch', () => {
  // (1 − 3)/√(4 + ε)·10 + 0.5 = −9.5 but for ε, (5 − 3)/√(4 + ε)·10 + 0.5 = 10.5 but for ε
  const layer = example();
  layer.forward();
  const unit = 2 / Math.sqrt(4 + batchNormEpsilon);
  expectClose(layer.output, [0.5 - 10 * unit, 0.5 + 10 * unit]);
  expect([...layer.auxiliary!.batch_mean]).toEqual([3]);
  expect([...layer.auxiliary!.batch_variance]).toEqual([4]);

  // dL/d scale = 1·(−unit) + 3·unit, dL/d shift = 1 + 3. Two numbers always become −unit and unit, whatever they
  // were, so that nothing is left for the input, but for what ε lets through.
  layer.outputGradient.set([1, 3]);
  layer.backward();
  expectClose(layer.parameterGradients[0], [2 * unit]);
  expect([...layer.parameterGradients[1]]).toEqual([4]);
  expectClose(layer.inputGradient, [0, 0], 2e-5);
});

test('otherwise: by the running statistics', () => {
  // running mean 1, variance 4: (1 − 1)/2·10 + 0.5 = 0.5, (5 − 1)/2·10 + 0.5 = 20.5 but for ε
  const layer = example();
  layer.mode.training = false;
  layer.state[0].set([1]);
  layer.state[1].set([4 - batchNormEpsilon]);
  layer.forward();
  expectClose(layer.output, [0.5, 20.5]);
  layer.outputGradient.set([1, 3]);
  layer.backward();
  expectClose(layer.inputGradient, [5, 15]);
  expectClose(layer.parameterGradients[0], [1 * 0 + 3 * 2]);
});

test('advance takes a tenth of the batch into the running statistics, the variance unbiased', () => {
  // 0.9·0 + 0.1·3 = 0.3, 0.9·1 + 0.1·8 = 1.7
  const layer = example();
  layer.forward();
  layer.backward();
  expect(layer.state.map((values) => values[0])).toEqual([0, 1]);
  layer.advance?.();
  expectClose(
    layer.state.map((values) => values[0]),
    [0.3, 1.7],
  );
});

test('advance knows of no statistics before a forward in training', () => {
  const layer = example();
  layer.mode.training = false;
  layer.forward();
  layer.advance?.();
  expect(layer.state.map((values) => values[0])).toEqual([0, 1]);
});

test('one number alone has variance 0, and stays finite', () => {
  const layer = layerAlone({ type: 'batchNorm', name: 'norm' }, { channels: 1, height: 1, width: 1 });
  layer.input.set([7]);
  layer.parameters[0].set([10]);
  layer.parameters[1].set([0.5]);
  layer.outputGradient.set([1]);
  layer.forward();
  layer.backward();
  layer.advance?.();
  expect([...layer.output]).toEqual([0.5]);
  expect([...layer.inputGradient]).toEqual([0]);
  expectClose(layer.state[1], [0.9]);
});
