// Layers: one kind, one file, from its spec and shape rule to its backward pass, and one line in the table here.
// Imports from src/engine: activations, layerShape, passes, random, namedArrays, geometry, specError.
import { activationNames, type Activation } from '../activations';
import { expectWord } from '../specError';
import { averagePool2d } from './averagePool2d';
import { batchNorm } from './batchNorm';
import { conv2d } from './conv2d';
import { dense } from './dense';
import { depthwiseConv2d } from './depthwiseConv2d';
import { dropout } from './dropout';
import { flatten } from './flatten';
import { globalAveragePool } from './globalAveragePool';
import { groupNorm } from './groupNorm';
import { inputNorm } from './inputNorm';
import { tableOf, type Layer, type NamedSpec } from './layer';
import { maxPool2d } from './maxPool2d';

/** Every kind of layer. To add one, write its file and name it here; nothing else in the engine changes. */
const table = tableOf({
  inputNorm,
  conv2d,
  depthwiseConv2d,
  maxPool2d,
  averagePool2d,
  globalAveragePool,
  batchNorm,
  groupNorm,
  dropout,
  flatten,
  dense,
});

type Table = typeof table;

/** 'conv2d', 'maxPool2d', … */
export type LayerType = keyof Table;

/** The spec of a layer of that type: `LayerSpecOf<'dense'>` is a DenseSpec. */
export type LayerSpecOf<Type extends LayerType> = Table[Type] extends Layer<infer Spec> ? Spec : never;

/** The spec of any layer. */
export type LayerSpec = { [Type in LayerType]: LayerSpecOf<Type> }[LayerType];

/** In the order of the table. */
export const layerTypes = Object.keys(table) as readonly LayerType[];

/**
 * The kind of layer that a spec names.
 *
 * @throws SpecError if there is no such kind, or no such activation
 */
export function layerFor(spec: LayerSpec): Layer<LayerSpec> {
  expectWord<NamedSpec>(spec.name, 'type', 'its type', spec.type, layerTypes);
  expectWord<ActivatedSpec>(spec.name, 'activation', 'its activation', activationOf(spec), activationNames);
  return table[spec.type] as Layer<LayerSpec>;
}

interface ActivatedSpec {
  activation?: Activation;
}

/** The activation of a layer; 'none' for kinds without activation. */
export function activationOf(spec: LayerSpec): Activation {
  return 'activation' in spec ? (spec.activation ?? 'none') : 'none';
}
