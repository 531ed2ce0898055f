// Optimisers: what a step makes of weights and their gradients. One kind, one file, and one line in the table here.
// Imports from src/engine: namedArrays, kernels.
import { arrayOf, type NamedArrays } from '../namedArrays';
import { adagrad } from './adagrad';
import { adam } from './adam';
import { adamW } from './adamW';
import { momentum } from './momentum';
import { nesterov } from './nesterov';
import type { Memory, Optimiser, OptimiserOptions } from './optimiser';
import { rAdam } from './rAdam';
import { rmsProp } from './rmsProp';
import { sgd } from './sgd';

export type { Memory, Optimiser, OptimiserOptions } from './optimiser';

/** Every optimiser: whoever adds one names it here, and nowhere else in the engine. */
const table = {
  SGD: sgd,
  Momentum: momentum,
  Nesterov: nesterov,
  Adagrad: adagrad,
  RMSProp: rmsProp,
  Adam: adam,
  AdamW: adamW,
  RAdam: rAdam,
};

/** What people call them. */
export type OptimiserName = keyof typeof table;

export const optimisers: { readonly [Name in OptimiserName]: Optimiser } = table;

/** What a step works on: weights, dL/d weights and what the optimiser remembers, all by the names of the parameters. */
export interface Trained extends Record<Memory, NamedArrays> {
  parameters: NamedArrays;
  gradients: NamedArrays;
}

/**
 * One step of an optimiser on every parameter, in place. Memory that it does not keep may be missing, and is left
 * alone.
 *
 * @param t counts the steps from 1
 * @throws RangeError if a gradient or memory is missing or of another length than its parameter, or if t is no such
 *   count; nothing has been changed then
 */
export function optimise(name: OptimiserName, trained: Trained, options: OptimiserOptions, t: number): void {
  const { memory, step } = optimisers[name];
  if (!Number.isSafeInteger(t) || t < 1) {
    throw new RangeError(`The step is number ${t}; expected a whole number, 1 or more.`);
  }
  for (const [parameter, { length }] of trained.parameters) {
    arrayOf(trained.gradients, parameter, length, 'gradient of parameter');
    for (const each of memory) arrayOf(trained[each], parameter, length, `${singular[each]} of parameter`);
  }
  for (const [parameter, weights] of trained.parameters) {
    const gradient = trained.gradients.get(parameter) ?? nothing;
    const velocities = trained.velocities.get(parameter) ?? nothing;
    const secondMoments = trained.secondMoments.get(parameter) ?? nothing;
    step(weights, gradient, { velocities, secondMoments }, options, t);
  }
}

const singular: Record<Memory, string> = { velocities: 'velocity', secondMoments: 'second moment' };

/** Stands for a memory that an optimiser does not keep. */
const nothing = new Float64Array(0);
