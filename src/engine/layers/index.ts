import { activationFor } from '../activations';
import type { Activation, LayerSpec } from '../spec';
import { expectWord } from '../specError';
import { averagePool2d } from './averagePool2d';
import { batchNorm } from './batchNorm';
import { conv2d } from './conv2d';
import { dense } from './dense';
import { depthwiseConv2d } from './depthwiseConv2d';
import { dropout } from './dropout';
import { flatten } from './flatten';
import { globalAveragePool } from './globalAveragePool';
import { inputNorm } from './inputNorm';
import type { Layer } from './layer';
import { maxPool2d } from './maxPool2d';

export { activationFor };

/** Every kind of layer: whoever adds one names it here and in `LayerSpec`. */
const layers: { [Type in LayerSpec['type']]: Layer<Extract<LayerSpec, { type: Type }>> } = {
  inputNorm,
  conv2d,
  depthwiseConv2d,
  maxPool2d,
  averagePool2d,
  globalAveragePool,
  batchNorm,
  dropout,
  flatten,
  dense,
};

/** The kind of layer that a spec asks for. Throws a SpecError if there is no such kind, or no such activation. */
export function layerFor(spec: LayerSpec): Layer<LayerSpec> {
  expectWord(spec.name, 'its type', spec.type, Object.keys(layers));
  expectWord(spec.name, 'its activation', activationOf(spec), ['none', ...Object.keys(activationFor)]);
  return layers[spec.type] as Layer<LayerSpec>;
}

/** The activation of a layer; 'none' where its kind has none. */
export function activationOf(spec: LayerSpec): Activation {
  return 'activation' in spec ? (spec.activation ?? 'none') : 'none';
}
