import type { NamedArrays } from '../engine/namedArrays';
import type { Network } from '../engine/network';
import type { OptimiserName } from '../engine/optimisers';
import { sizeOfImage } from '../engine/shapes';
import type { Settings } from '../notebook/sheet/settings';
import type { OptimiserMemory } from './optimiserMemory';

/** Everything that determines the next steps of a training, as plain data. */
export interface TrainerState {
  readonly settings: Settings;
  readonly counts: { readonly step: number; readonly optimiserStep: number };
  /** The optimiser that the memory belongs to. */
  readonly owner: OptimiserName;
  /** Identifies the images and masks in the batch, as `Batch.filled` does. */
  readonly filled: string;
  readonly arrays: Arrays;
  /** The batch loss; set only if `arrays` include what stands on the page. */
  readonly batchLoss?: number;
}

/** Arrays by name, in groups: parameters, memory, the batch, and what is computed from it. */
export type Arrays = Readonly<Record<string, NamedArrays>>;

/**
 * The arrays of a training, not copied. @param andPage include activations and gradients, as the page shows
 * them
 */
export function arraysOf(network: Network, memory: OptimiserMemory, andPage: boolean): Arrays {
  const { parameters, state, auxiliary, input, target } = network;
  const { velocities, secondMoments } = memory;
  const batch = new Map([['input', input]]).set('target', target);
  const next = { parameters, state, auxiliary, velocities, secondMoments, batch };
  return andPage ? { ...next, ...pageOf(network) } : next;
}

/** Activations and gradients; of hidden layers, those of the first image only. */
function pageOf(network: Network): Arrays {
  const { shapes, gradients, losses } = network;
  const last = shapes[shapes.length - 1].name;
  const shown = (arrays: NamedArrays) =>
    new Map(
      [...arrays].map(([name, values]) => [
        name,
        name === last ? values : values.subarray(0, sizeOfImage(network, name)),
      ]),
    );
  return {
    gradients,
    losses: new Map([['losses', losses]]),
    activations: shown(network.activations),
    activationGradients: shown(network.activationGradients),
  };
}

/**
 * Copies with a buffer each, which can be transferred; with kernels, the originals are views of one memory.
 */
export function copyOf(groups: Arrays): Arrays {
  const copied = (arrays: NamedArrays) =>
    new Map([...arrays].map(([name, values]) => [name, values.slice()]));
  return Object.fromEntries(Object.entries(groups).map(([group, arrays]) => [group, copied(arrays)]));
}

/** Copies arrays into those of the same name. */
export function putInto(to: NamedArrays, from: NamedArrays): void {
  for (const [name, values] of from) to.get(name)!.set(values);
}

/** As `putInto`, group by group. */
export function putAllInto(to: Arrays, from: Arrays): void {
  for (const [group, arrays] of Object.entries(from)) putInto(to[group], arrays);
}

/** The buffers of a state's arrays, to transfer them to another thread. */
export function buffersOf({ arrays }: TrainerState): ArrayBuffer[] {
  const all = Object.values(arrays).flatMap((group) => [...group.values()]);
  return all.map(({ buffer }) => buffer as ArrayBuffer);
}
