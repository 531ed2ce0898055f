// Optimisers: one file here for each kind, and one line in this table.
// Imports: engine; of the notebook only the shared parts that know no particular kind.
import type { OptimiserName } from '../../../engine/optimisers';
import { adagrad } from './adagrad';
import { adam } from './adam';
import { adamW } from './adamW';
import { momentum } from './momentum';
import { nesterov } from './nesterov';
import type { OptimiserKind } from './optimiserKind';
import { rAdam } from './rAdam';
import { rmsProp } from './rmsProp';
import { sgd } from './sgd';

/** Every optimiser, in the order in which the glossary lists them. */
export const optimiserTable = {
  SGD: sgd,
  Momentum: momentum,
  Nesterov: nesterov,
  Adagrad: adagrad,
  RMSProp: rmsProp,
  Adam: adam,
  AdamW: adamW,
  RAdam: rAdam,
} satisfies { readonly [Name in OptimiserName]: OptimiserKind };

export const optimiserKinds: { readonly [Name in OptimiserName]: OptimiserKind } = optimiserTable;
