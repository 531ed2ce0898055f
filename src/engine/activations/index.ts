// Activations: what a layer does to each number that it has computed. One kind, one file, and one line in the table here.
// Imports from src/engine: layerShape, passes.
import type { ActivationKind } from './activation';
import { gelu } from './gelu';
import { leakyRelu } from './leakyRelu';
import { relu } from './relu';
import { sigmoid } from './sigmoid';
import { silu } from './silu';
import { softmax } from './softmax';
import { tanh } from './tanh';

/** Every activation but 'none': whoever adds one names it here, and nowhere else in the engine. */
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

/** What a layer does to what it has computed: to each number by itself, but softmax, which acts across channels. */
export type Activation = 'none' | ActivationName;

export const activationFor: { readonly [Name in ActivationName]: ActivationKind } = table;

/** All of them by name, 'none' first. */
export const activationNames: readonly Activation[] = ['none', ...(Object.keys(table) as ActivationName[])];
