import fc from 'fast-check';
import { activationFor, type ActivationName } from '../../../src/engine/activations';
import { layerFor, layerTypes } from '../../../src/engine/layers';
import { lossFor } from '../../../src/engine/losses';
import { inferShapes, SpecError, type Shape } from '../../../src/engine/shapes';
import type { Activation, LayerSpec, LayerType, LossName, NetworkSpec } from '../../../src/engine/spec';
import { drawnLayers } from './layerArbitraries';

const small = fc.integer({ min: 1, max: 3 });
export const anySeed = fc.integer({ min: 0, max: 2 ** 31 });
export const anyBatch = small;

/** 'none' and 'relu' are what most networks have. */
export const anyActivation: fc.Arbitrary<Activation> = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom<Activation[]>('none', 'relu') },
  { weight: 3, arbitrary: fc.constantFrom(...(Object.keys(activationFor) as ActivationName[])) },
);

const anyLoss = fc.constantFrom(...(Object.keys(lossFor) as LossName[]));

/** Small maps, seldom square. */
export const anyShape: fc.Arbitrary<Shape> = fc.record({
  channels: small,
  height: fc.integer({ min: 1, max: 7 }),
  width: fc.integer({ min: 1, max: 7 }),
});

/** What a dense layer reads: as many channels as the other layers have pixels. */
const anyRow: fc.Arbitrary<Shape> = fc.record({
  channels: fc.integer({ min: 1, max: 12 }),
  height: fc.constant(1),
  width: fc.constant(1),
});

export const anyConv2d = drawnLayers.conv2d.spec;
export const anyDepthwiseConv2d = drawnLayers.depthwiseConv2d.spec;
export const anyMaxPool2d = drawnLayers.maxPool2d.spec;
export const anyAveragePool2d = drawnLayers.averagePool2d.spec;
export const anyBatchNorm = drawnLayers.batchNorm.spec;
export const anyInputNorm = drawnLayers.inputNorm.spec;
export const anyDropout = drawnLayers.dropout.spec;

/** A layer of that kind, without an activation, and what it may read, which need not fit. */
export function anyLayerAndInput(type: LayerType): fc.Arbitrary<[LayerSpec, Shape]> {
  const { spec, stands } = drawnLayers[type];
  return fc.tuple<[LayerSpec, Shape]>(spec, stands === 'among rows' ? anyRow : anyShape);
}

/** Layers that read maps and make maps, with an activation where they may have one. */
export const anyMapLayer = oneOf(layerTypes.filter((type) => drawnLayers[type].stands === 'among maps'));

/**
 * Up to three layers of maps, flatten or a global average pool, perhaps a hidden dense layer with or without
 * dropout or a normalisation, a last dense layer: whatever fits together.
 */
export const anyNetwork: fc.Arbitrary<NetworkSpec> = fc
  .record({
    input: anyShape,
    maps: fc.array(anyMapLayer, { maxLength: 3 }),
    flat: oneOf(layerTypes.filter((type) => drawnLayers[type].stands === 'behind maps')),
    hidden: fc.option(fc.record({ units: small, activation: anyActivation })),
    between: fc.option(
      oneOf(
        layerTypes.filter((type) => drawnLayers[type].betweenDense),
        () => 1,
      ),
    ),
    units: small,
    activation: anyActivation,
    loss: anyLoss,
  })
  .map(({ input, maps, flat, hidden, between, units, activation, loss }): NetworkSpec => {
    const layers: LayerSpec[] = maps.map((layer, index) => ({ ...layer, name: `${layer.name}${index + 1}` }));
    layers.push(flat);
    if (hidden) layers.push({ type: 'dense', name: 'hidden', ...hidden });
    if (between) layers.push(between);
    const { leastUnits, applies } = lossFor[loss];
    layers.push({
      type: 'dense',
      name: 'dense',
      units: units + leastUnits - 1,
      activation: applies === 'none' ? activation : 'none',
    });
    return { input, layers, loss };
  })
  .filter((spec) => isPossible(() => inferShapes(spec)));

/** A layer of one of these kinds, with an activation where it may have one. */
function oneOf(
  types: readonly LayerType[],
  weightOf = (type: LayerType) => drawnLayers[type].weight,
): fc.Arbitrary<LayerSpec> {
  return fc.oneof(
    ...types.map((type) => {
      const spec: fc.Arbitrary<LayerSpec> = drawnLayers[type].spec;
      const arbitrary = drawnLayers[type].activated ? activated(spec) : spec;
      return { weight: weightOf(type), arbitrary };
    }),
  );
}

function activated(layer: fc.Arbitrary<LayerSpec>): fc.Arbitrary<LayerSpec> {
  return fc.tuple(layer, anyActivation).map(([spec, activation]) => ({ ...spec, activation }) as LayerSpec);
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
