import type { Activation, LayerSpec } from '../spec';
import { expectWord } from '../specError';
import { conv2d } from './conv2d';
import { dense } from './dense';
import { flatten } from './flatten';
import type { Layer } from './layer';
import { maxPool2d } from './maxPool2d';
import { relu } from './relu';

/** Every kind of layer: whoever adds one names it here and in `LayerSpec`. */
const layers: { [Type in LayerSpec['type']]: Layer<Extract<LayerSpec, { type: Type }>> } = {
  conv2d,
  maxPool2d,
  flatten,
  dense,
};

/** Every activation but 'none'. */
export const activationFor: { [Name in Exclude<Activation, 'none'>]: typeof relu } = { relu };

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
