// Activations: element-wise functions behind a layer, and softmax. One kind, one file, and one line in the
// table here.
// Imports from src/engine: layerShape, passes.
import type { ActivationKind } from './activation';
import { gelu } from './gelu';
import { leakyRelu } from './leakyRelu';
import { relu } from './relu';
import { sigmoid } from './sigmoid';
import { silu } from './silu';
import { softmax } from './softmax';
import { tanh } from './tanh';

/**
 * Every activation but 'none'. To add one, write its file and name it here; nothing else in the engine
 * changes.
 */
const table = {
  relu,
  leakyRelu,
  sigmoid,
  tanh,
  gelu,
  softmax,
  silu,
};

/** An activation that computes something: all but 'none'. */
export type ActivationName = keyof typeof table;

/** The activation of a layer: element-wise, except softmax, which acts across the channels. */
export type Activation = 'none' | ActivationName;

export const activationFor: { readonly [Name in ActivationName]: ActivationKind } = table;

/** All activations by name, 'none' first. */
export const activationNames: readonly Activation[] = ['none', ...(Object.keys(table) as ActivationName[])];
