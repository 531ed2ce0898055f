// Activations: one file here for each kind, and one line in this table.
// Imports: engine; of the notebook only the shared parts that know no particular kind.
import { activationOf } from '../../../engine/layers';
import type { Activation, LayerSpec } from '../../../engine/spec';
import type { ActivationKind } from './activationKind';
import { gelu } from './gelu';
import { leakyRelu } from './leakyRelu';
import { none } from './none';
import { relu } from './relu';
import { sigmoid } from './sigmoid';
import { silu } from './silu';
import { softmax } from './softmax';
import { tanh } from './tanh';

/** Every activation, in the order in which lists offer them. */
export const activationTable = {
  none,
  relu,
  leakyRelu,
  sigmoid,
  tanh,
  gelu,
  silu,
  softmax,
} satisfies { readonly [Name in Activation]: ActivationKind };

export const activationKinds: { readonly [Name in Activation]: ActivationKind } = activationTable;

/** The kind of a layer's activation; that of 'none' where its kind of layer has none. */
export function activationKindOf(spec: LayerSpec): ActivationKind {
  return activationKinds[activationOf(spec)];
}
