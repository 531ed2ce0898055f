import type { LayerSpec } from '../../../engine/spec';
import type { LayerFormulas } from '../layer';
import { averagePool2d } from './averagePool2d';
import { batchNorm } from './batchNorm';
import { conv2d } from './conv2d';
import { dense } from './dense';
import { depthwiseConv2d } from './depthwiseConv2d';
import { dropout } from './dropout';
import { flatten } from './flatten';
import { globalAveragePool } from './globalAveragePool';
import { inputNorm } from './inputNorm';
import { maxPool2d } from './maxPool2d';

/** Every kind of layer: whoever adds one to the engine adds its twin here. */
const LAYERS: { readonly [Type in LayerSpec['type']]: LayerFormulas<Extract<LayerSpec, { type: Type }>> } = {
  averagePool2d,
  batchNorm,
  conv2d,
  dense,
  depthwiseConv2d,
  dropout,
  flatten,
  globalAveragePool,
  inputNorm,
  maxPool2d,
};

export function formulasFor({ type }: LayerSpec): LayerFormulas<LayerSpec> {
  return LAYERS[type] as LayerFormulas<LayerSpec>;
}
