import fc from 'fast-check';
import { layerTypes } from '../../../src/engine/layers';
import { Random } from '../../../src/engine/random';
import type { LayerType } from '../../../src/engine/spec';
import { anyBatch, anyLayerAndInput, anySeed, fits } from '../support/arbitraries';
import { expectGradient, weighed } from '../support/differences';
import { fill } from '../support/fill';
import { layerAlone, type LayerAlone } from '../support/layer';

/** Where random numbers alone would stand too near to a kink, or where a layer hardly varies. */
const PREPARE: { readonly [Type in LayerType]?: (layer: LayerAlone) => void } = {
  dropout: (layer) => layer.drawMask?.(new Random(layer.input.length)),
  inputNorm: ({ state: [, deviations] }) => deviations.fill(0.7),
  batchNorm: ({ state: [, variances], input }) => {
    variances.fill(0.7);
    spread(input);
  },
  groupNorm: ({ input }) => spread(input),
  // A shuffle of 0, 1, 2 …: no two pixels are within reach of the differences.
  maxPool2d: ({ input }) => {
    const order = [...input.keys()].sort((a, b) => input[a] - input[b]);
    order.forEach((index, rank) => (input[index] = rank));
  },
};

/** 0, 1, 2 … with a jitter: where a channel hardly varies, differences say little. */
function spread(input: Float64Array): void {
  input.forEach((value, i) => (input[i] = i + value / 8));
}

describe.each(layerTypes)('%s', (type) => {
  test.each([true, false])('training %p: backward is the derivative of forward', (training) => {
    fc.assert(
      fc.property(anyLayerAndInput(type), anyBatch, anySeed, ([spec, input], batch, seed) => {
        fc.pre(fits(spec, input));
        const layer = layerAlone(spec, input, batch);
        fill(seed, layer.input, layer.outputGradient, ...layer.parameters);
        layer.mode.training = training;
        PREPARE[type]?.(layer);
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
  });
});
