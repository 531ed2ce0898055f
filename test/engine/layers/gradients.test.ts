import fc from 'fast-check';
import { Random } from '../../../src/engine/random';
import type { Shape } from '../../../src/engine/shapes';
import type { LayerSpec } from '../../../src/engine/spec';
import {
  anyAveragePool2d,
  anyBatch,
  anyBatchNorm,
  anyConv2d,
  anyDepthwiseConv2d,
  anyDropout,
  anyGlobalAveragePool,
  anyInputNorm,
  anyMaxPool2d,
  anySeed,
  anyShape,
  fits,
} from '../support/arbitraries';
import { expectGradient, weighed } from '../support/differences';
import { fill } from '../support/fill';
import { layerAlone, type LayerAlone } from '../support/layer';

const anyDense: fc.Arbitrary<LayerSpec> = fc.record({
  type: fc.constant('dense' as const),
  name: fc.constant('dense'),
  units: fc.integer({ min: 1, max: 4 }),
});

/** What a dense layer reads: as many channels as the other layers have pixels. */
const anyRow: fc.Arbitrary<Shape> = fc.record({
  channels: fc.integer({ min: 1, max: 12 }),
  height: fc.constant(1),
  width: fc.constant(1),
});

test('conv2d: backward is the derivative of forward', () => checkGradients(anyConv2d, anyShape));

test('depthwiseConv2d: backward is the derivative of forward', () => {
  checkGradients(anyDepthwiseConv2d, anyShape);
});

test('dense: backward is the derivative of forward', () => checkGradients(anyDense, anyRow));

test('flatten: backward is the derivative of forward', () => {
  checkGradients(fc.constant({ type: 'flatten', name: 'flatten' }), anyShape);
});

test('averagePool2d: backward is the derivative of forward', () =>
  checkGradients(anyAveragePool2d, anyShape));

test('globalAveragePool: backward is the derivative of forward', () => {
  checkGradients(anyGlobalAveragePool, anyShape);
});

test.each([true, false])('dropout, training %p: backward is the derivative of forward', (training) => {
  checkGradients(anyDropout, anyShape, (layer) => {
    layer.mode.training = training;
    layer.drawMask?.(new Random(layer.input.length));
  });
});

test('inputNorm: backward is the derivative of forward', () => {
  checkGradients(anyInputNorm, anyShape, ({ state: [, deviations] }) => deviations.fill(0.7));
});

test.each([true, false])('batchNorm, training %p: backward is the derivative of forward', (training) => {
  checkGradients(anyBatchNorm, anyShape, (layer) => {
    layer.mode.training = training;
    layer.state[1].fill(0.7);
    // 0, 1, 2 … with a jitter: where a channel hardly varies, differences say little.
    layer.input.forEach((value, i) => (layer.input[i] = i + value / 8));
  });
});

test('maxPool2d: backward is the derivative of forward, overlapping windows too', () => {
  // A shuffle of 0, 1, 2 …: no two pixels are within reach of the differences.
  checkGradients(anyMaxPool2d, anyShape, ({ input }) => {
    const order = [...input.keys()].sort((a, b) => input[a] - input[b]);
    order.forEach((index, rank) => (input[index] = rank));
  });
});

function checkGradients(
  anyLayer: fc.Arbitrary<LayerSpec>,
  anyInput: fc.Arbitrary<Shape>,
  prepare: (layer: LayerAlone) => void = () => undefined,
): void {
  fc.assert(
    fc.property(anyLayer, anyInput, anyBatch, anySeed, (spec, input, batch, seed) => {
      fc.pre(fits(spec, input));
      const layer = layerAlone(spec, input, batch);
      fill(seed, layer.input, layer.outputGradient, ...layer.parameters);
      prepare(layer);
      const loss = (): number => {
        layer.forward();
        return weighed(layer.output, layer.outputGradient);
      };
      loss();
      layer.backward();
      expectGradient(layer.input, layer.inputGradient, loss);
      layer.parameters.forEach((values, i) => expectGradient(values, layer.parameterGradients[i], loss));
    }),
    { numRuns: 150 },
  );
}
