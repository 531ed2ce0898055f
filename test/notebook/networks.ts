import fc from 'fast-check';
import type { LayerSpec, NetworkSpec } from '../../src/engine/spec';
import { anyNetwork as anySmallNetwork } from '../engine/support/arbitraries';
import type { NotebookSpec } from '../../src/notebook/sheet/spec';

/** Larger maps, and more of them: convolutions and pools, then up to two dense layers. */
const anyConvnet: fc.Arbitrary<NetworkSpec> = fc
  .record({
    channels: fc.integer({ min: 1, max: 3 }),
    height: fc.integer({ min: 4, max: 20 }),
    width: fc.integer({ min: 4, max: 20 }),
    maps: fc.array(
      fc.record({
        pool: fc.boolean(),
        filters: fc.integer({ min: 1, max: 4 }),
        kernel: fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })),
        stride: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })),
        padding: fc.constantFrom<('valid' | 'same' | number)[]>('valid', 'same', 0, 1, 2),
        relu: fc.boolean(),
      }),
      { maxLength: 4 },
    ),
    hidden: fc.option(fc.integer({ min: 1, max: 5 })),
    units: fc.integer({ min: 1, max: 4 }),
  })
  .map(({ channels, height, width, maps, hidden, units }) => {
    const layers: LayerSpec[] = [];
    let [h, w] = [height, width];
    maps.forEach(({ pool, filters, kernel, stride, padding, relu }, index) => {
      const size: [number, number] = [Math.min(kernel[0], h), Math.min(kernel[1], w)];
      const pad = padding === 'valid' || pool ? 0 : padding;
      const out = (side: number, k: number, step: number) =>
        pad === 'same' ? Math.ceil(side / step) : Math.floor((side + 2 * pad - k) / step) + 1;
      const activation = relu ? 'relu' : 'none';
      if (pool) layers.push({ type: 'maxPool2d', name: `pool${index}`, size, stride });
      else
        layers.push({
          type: 'conv2d',
          name: `conv${index}`,
          filters,
          kernel: size,
          stride,
          padding,
          activation,
        });
      [h, w] = [out(h, size[0], stride[0]), out(w, size[1], stride[1])];
    });
    layers.push({ type: 'flatten', name: 'flatten' });
    if (hidden) layers.push({ type: 'dense', name: 'hidden', units: hidden, activation: 'relu' });
    layers.push({ type: 'dense', name: 'dense', units });
    return { input: { channels, height, width }, layers, loss: 'sigmoidCrossEntropy' };
  });

/** Any network that fits its image, of every kind of layer. */
export const anyNetwork: fc.Arbitrary<NetworkSpec> = fc.oneof(anyConvnet, anySmallNetwork);

export function notebookOf(network: NetworkSpec, compact = false): NotebookSpec {
  return {
    title: 'Any',
    network,
    data: { generator: 'digits' },
    classes: [],
    question: 'is it a 7?',
    compact,
  };
}
