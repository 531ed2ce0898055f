// Layers: one folder here for each kind, and one line in this table.
// Imports: engine, kinds/activations; of the notebook only the shared parts that know no kind of layer. Among
// those, only files that look up a kind import this one.
import type { LayerSpec, LayerType } from '../../../engine/spec';
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
import type { LayerKind } from './layerKind';
import { maxPool2d } from './maxPool2d';

/** Every kind of layer, in the order in which the glossary lists them. */
export const layerTable = {
  dense,
  conv2d,
  depthwiseConv2d,
  maxPool2d,
  averagePool2d,
  globalAveragePool,
  flatten,
  inputNorm,
  batchNorm,
  groupNorm,
  dropout,
} satisfies { readonly [Type in LayerType]: LayerKind<Extract<LayerSpec, { type: Type }>> };

export const layerKinds = layerTable as unknown as Readonly<Record<LayerType, LayerKind<LayerSpec>>>;

/** The kind of layer that a spec asks for. */
export function layerKindOf(spec: LayerSpec): LayerKind<LayerSpec> {
  return layerKinds[spec.type];
}
