import fc from 'fast-check';
import { layerFor } from '../../../src/engine/layers';
import { inferShapes, SpecError, type Shape } from '../../../src/engine/shapes';
import type { Conv2dSpec, LayerSpec, MaxPool2dSpec, NetworkSpec } from '../../../src/engine/spec';

const small = fc.integer({ min: 1, max: 3 });
export const anySeed = fc.integer({ min: 0, max: 2 ** 31 });
export const anyBatch = small;

/** Small maps, seldom square. */
export const anyShape: fc.Arbitrary<Shape> = fc.record({
  channels: small,
  height: fc.integer({ min: 1, max: 7 }),
  width: fc.integer({ min: 1, max: 7 }),
});

export const anyConv2d: fc.Arbitrary<Conv2dSpec> = fc.record({
  type: fc.constant('conv2d' as const),
  name: fc.constant('conv'),
  filters: small,
  kernel: fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })),
  stride: small,
  padding: fc.constantFrom<Conv2dSpec['padding'][]>('valid', 'same', 0, 1, 2),
});

export const anyMaxPool2d: fc.Arbitrary<MaxPool2dSpec> = fc.record(
  {
    type: fc.constant('maxPool2d' as const),
    name: fc.constant('pool'),
    size: fc.tuple(small, small),
    stride: small,
  },
  { requiredKeys: ['type', 'name', 'size'] },
);

/** Up to three convolutions and pools, flatten, perhaps a hidden dense layer, logits: whatever fits together. */
export const anyNetwork: fc.Arbitrary<NetworkSpec> = fc
  .record({
    input: anyShape,
    maps: fc.array(
      fc.oneof({ weight: 2, arbitrary: withRelu(anyConv2d) }, { weight: 1, arbitrary: anyMaxPool2d }),
      {
        maxLength: 3,
      },
    ),
    hidden: fc.option(
      fc.record({ units: small, activation: fc.constantFrom('none' as const, 'relu' as const) }),
    ),
    units: small,
    loss: fc.constantFrom('sigmoidCrossEntropy' as const, 'softmaxCrossEntropy' as const),
  })
  .map(({ input, maps, hidden, units, loss }): NetworkSpec => {
    const layers: LayerSpec[] = maps.map((layer, index) => ({ ...layer, name: `${layer.name}${index + 1}` }));
    layers.push({ type: 'flatten', name: 'flatten' });
    if (hidden) layers.push({ type: 'dense', name: 'hidden', ...hidden });
    layers.push({ type: 'dense', name: 'dense', units: loss === 'softmaxCrossEntropy' ? units + 1 : units });
    return { input, layers, loss };
  })
  .filter((spec) => isPossible(() => inferShapes(spec)));

function withRelu(conv2d: fc.Arbitrary<Conv2dSpec>): fc.Arbitrary<Conv2dSpec> {
  const activation = fc.constantFrom('none' as const, 'relu' as const);
  return fc.tuple(conv2d, activation).map(([spec, activation]) => ({ ...spec, activation }));
}

/** Whether a layer can read an input. */
export function fits(layer: LayerSpec, input: Shape): boolean {
  return isPossible(() => layerFor(layer).shape(layer, input));
}

function isPossible(infer: () => unknown): boolean {
  try {
    infer();
    return true;
  } catch (error) {
    if (error instanceof SpecError) return false;
    throw error;
  }
}
