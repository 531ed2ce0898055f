import fc from 'fast-check';
import { activationFor } from '../../../src/engine/activations';
import { layerFor } from '../../../src/engine/layers';
import { lossFor } from '../../../src/engine/losses';
import { inferShapes, SpecError, type Shape } from '../../../src/engine/shapes';
import type {
  Activation,
  AveragePool2dSpec,
  BatchNormSpec,
  Conv2dSpec,
  DepthwiseConv2dSpec,
  DropoutSpec,
  GlobalAveragePoolSpec,
  InputNormSpec,
  LayerSpec,
  LossName,
  MaxPool2dSpec,
  NetworkSpec,
  Padding,
} from '../../../src/engine/spec';

const small = fc.integer({ min: 1, max: 3 });
const kernel = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }));
const dilation = fc.constantFrom(1, 1, 2, 3);
export const anySeed = fc.integer({ min: 0, max: 2 ** 31 });
export const anyBatch = small;

/** 'none' and 'relu' are what most networks have. */
export const anyActivation: fc.Arbitrary<Activation> = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom<Activation[]>('none', 'relu') },
  { weight: 3, arbitrary: fc.constantFrom(...(Object.keys(activationFor) as Activation[])) },
);

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
  kernel,
  stride: small,
  padding: fc.constantFrom<Padding[]>('valid', 'same', 0, 1, 2),
  dilation,
});

export const anyDepthwiseConv2d: fc.Arbitrary<DepthwiseConv2dSpec> = fc.record({
  type: fc.constant('depthwiseConv2d' as const),
  name: fc.constant('depthwise'),
  kernel,
  stride: small,
  padding: fc.constantFrom<Padding[]>('valid', 'same', 0, 1, 2),
  dilation,
});

const pool = {
  size: fc.tuple(small, small),
  stride: small,
  padding: fc.constantFrom<Padding[]>('valid', 'same', 1),
};

export const anyMaxPool2d: fc.Arbitrary<MaxPool2dSpec> = fc.record(
  { type: fc.constant('maxPool2d' as const), name: fc.constant('pool'), ...pool },
  { requiredKeys: ['type', 'name', 'size'] },
);

export const anyAveragePool2d: fc.Arbitrary<AveragePool2dSpec> = fc.record(
  { type: fc.constant('averagePool2d' as const), name: fc.constant('average'), ...pool },
  { requiredKeys: ['type', 'name', 'size'] },
);

export const anyGlobalAveragePool: fc.Arbitrary<GlobalAveragePoolSpec> = fc.constant({
  type: 'globalAveragePool',
  name: 'gap',
});

export const anyBatchNorm: fc.Arbitrary<BatchNormSpec> = fc.constant({ type: 'batchNorm', name: 'norm' });

export const anyInputNorm: fc.Arbitrary<InputNormSpec> = fc.constant({ type: 'inputNorm', name: 'scaled' });

export const anyDropout: fc.Arbitrary<DropoutSpec> = fc.record({
  type: fc.constant('dropout' as const),
  name: fc.constant('dropout'),
  rate: fc.constantFrom(0, 0.25, 0.5),
});

/** Layers that read maps and make maps. */
const anyMapLayer: fc.Arbitrary<LayerSpec> = fc.oneof(
  { weight: 4, arbitrary: activated(anyConv2d) },
  { weight: 2, arbitrary: activated(anyDepthwiseConv2d) },
  { weight: 2, arbitrary: activated(anyBatchNorm) },
  { weight: 2, arbitrary: anyMaxPool2d },
  { weight: 1, arbitrary: anyAveragePool2d },
  { weight: 1, arbitrary: anyDropout },
  { weight: 1, arbitrary: anyInputNorm },
);

/**
 * Up to three layers of maps, flatten or a global average pool, perhaps a hidden dense layer with or without
 * dropout and batchNorm, a last dense layer: whatever fits together.
 */
export const anyNetwork: fc.Arbitrary<NetworkSpec> = fc
  .record({
    input: anyShape,
    maps: fc.array(anyMapLayer, { maxLength: 3 }),
    flat: fc.oneof(
      { weight: 3, arbitrary: fc.constant<LayerSpec>({ type: 'flatten', name: 'flatten' }) },
      { weight: 1, arbitrary: anyGlobalAveragePool },
    ),
    hidden: fc.option(fc.record({ units: small, activation: anyActivation })),
    between: fc.option(fc.oneof<fc.Arbitrary<LayerSpec>[]>(anyDropout, activated(anyBatchNorm))),
    units: small,
    activation: anyActivation,
    loss: fc.constantFrom(...(Object.keys(lossFor) as LossName[])),
  })
  .map(({ input, maps, flat, hidden, between, units, activation, loss }): NetworkSpec => {
    const layers: LayerSpec[] = maps.map((layer, index) => ({ ...layer, name: `${layer.name}${index + 1}` }));
    layers.push(flat);
    if (hidden) layers.push({ type: 'dense', name: 'hidden', ...hidden });
    if (between) layers.push(between);
    layers.push({
      type: 'dense',
      name: 'dense',
      units: loss === 'softmaxCrossEntropy' ? units + 1 : units,
      activation: loss === 'squaredError' ? activation : 'none',
    });
    return { input, layers, loss };
  })
  .filter((spec) => isPossible(() => inferShapes(spec)));

function activated<Spec extends Conv2dSpec | DepthwiseConv2dSpec | BatchNormSpec>(
  layer: fc.Arbitrary<Spec>,
): fc.Arbitrary<Spec> {
  return fc.tuple(layer, anyActivation).map(([spec, activation]) => ({ ...spec, activation }));
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
