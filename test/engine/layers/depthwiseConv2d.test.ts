import fc from 'fast-check';
import { anyBatch, anyDepthwiseConv2d, anySeed, anyShape, fits } from '../support/arbitraries';
import { expectClose } from '../support/close';
import { fill } from '../support/fill';
import { layerAlone } from '../support/layer';

test('each channel has a filter of its own', () => {
  // channel 1: 1·1 + 10·2 + 5 = 26;  channel 2: 100·3 + 1000·4 − 5 = 4295
  const layer = layerAlone(
    { type: 'depthwiseConv2d', name: 'deep', kernel: [1, 2] },
    { channels: 2, height: 1, width: 2 },
  );
  layer.input.set([1, 2, 3, 4]);
  layer.parameters[0].set([1, 10, 100, 1000]);
  layer.parameters[1].set([5, -5]);
  layer.forward();
  expect(layer.shape.parameters[0].shape).toEqual([2, 1, 1, 2]);
  expect([...layer.output]).toEqual([26, 4295]);

  // dL/d output 1, 10: dL/d filters = 1·(1 2), 10·(3 4); dL/d input = 1·(1 10), 10·(100 1000)
  layer.outputGradient.set([1, 10]);
  layer.backward();
  expect([...layer.parameterGradients[0]]).toEqual([1, 2, 30, 40]);
  expect([...layer.parameterGradients[1]]).toEqual([1, 10]);
  expect([...layer.inputGradient]).toEqual([1, 10, 1000, 10000]);
});

test('is a convolution whose filters are 0 for all other channels', () => {
  fc.assert(
    fc.property(anyDepthwiseConv2d, anyShape, anyBatch, anySeed, (spec, shape, batch, seed) => {
      fc.pre(fits(spec, shape));
      const depthwise = layerAlone(spec, shape, batch);
      fill(seed, depthwise.input, depthwise.outputGradient, ...depthwise.parameters);
      const { channels } = shape;
      const conv2d = layerAlone({ ...spec, type: 'conv2d', filters: channels }, shape, batch);
      conv2d.input.set(depthwise.input);
      conv2d.outputGradient.set(depthwise.outputGradient);
      conv2d.parameters[1].set(depthwise.parameters[1]);
      const taps = spec.kernel[0] * spec.kernel[1];
      const own = (filters: Float64Array, c: number): Float64Array => {
        const start = (c * channels + c) * taps;
        return filters.subarray(start, start + taps);
      };
      const nth = (filters: Float64Array, c: number): Float64Array =>
        filters.subarray(c * taps, (c + 1) * taps);
      for (let c = 0; c < channels; c++) own(conv2d.parameters[0], c).set(nth(depthwise.parameters[0], c));

      for (const layer of [depthwise, conv2d]) {
        layer.forward();
        layer.backward();
      }
      expectClose(depthwise.output, conv2d.output);
      expectClose(depthwise.inputGradient, conv2d.inputGradient);
      expectClose(depthwise.parameterGradients[1], conv2d.parameterGradients[1]);
      for (let c = 0; c < channels; c++) {
        expectClose(nth(depthwise.parameterGradients[0], c), own(conv2d.parameterGradients[0], c));
      }
    }),
  );
});
