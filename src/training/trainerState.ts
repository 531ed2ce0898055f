import type { NamedArrays } from '../engine/namedArrays';
import type { Network } from '../engine/network';
import type { OptimiserName } from '../engine/optimisers';
import { sizeOfImage } from '../engine/shapes';
import type { Settings } from '../notebook/sheet/settings';
import type { OptimiserMemory } from './optimiserMemory';

/** All that the next steps of a training follow from, as plain data of its own. */
export interface TrainerState {
  readonly settings: Settings;
  readonly counts: { readonly step: number; readonly optimiserStep: number };
  /** The optimiser whose memory it is. */
  readonly owner: OptimiserName;
  /** Which images and masks stand in the batch. */
  readonly filled: string;
  readonly arrays: Arrays;
  /** Where what stands on the page is among the arrays: the loss of its batch. */
  readonly batchLoss?: number;
}

/** Arrays by name, in groups: what is learned, what is remembered, the batch as it stands, and what is made of it. */
export type Arrays = Readonly<Record<string, NamedArrays>>;

/** The arrays of a training themselves. @param andPage also what stands on its page */
export function arraysOf(network: Network, memory: OptimiserMemory, andPage: boolean): Arrays {
  const { parameters, state, auxiliary, input, target } = network;
  const { velocities, secondMoments } = memory;
  const batch = new Map([['input', input]]).set('target', target);
  const next = { parameters, state, auxiliary, velocities, secondMoments, batch };
  return andPage ? { ...next, ...pageOf(network) } : next;
}

/** What stands after the passes, of the hidden layers for the first image only: more of them is revealed where it is asked for. */
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

/** Copies that are alone in their buffers: those of a network with kernels are views of one memory. */
export function copyOf(groups: Arrays): Arrays {
  const copied = (arrays: NamedArrays) =>
    new Map([...arrays].map(([name, values]) => [name, values.slice()]));
  return Object.fromEntries(Object.entries(groups).map(([group, arrays]) => [group, copied(arrays)]));
}

/** Copy numbers to where they belong. */
export function putInto(to: NamedArrays, from: NamedArrays): void {
  for (const [name, values] of from) to.get(name)!.set(values);
}

/** As `putInto`, group by group. */
export function putAllInto(to: Arrays, from: Arrays): void {
  for (const [group, arrays] of Object.entries(from)) putInto(to[group], arrays);
}

/** The buffers of a state's arrays, which another thread may take as they are. */
export function buffersOf({ arrays }: TrainerState): ArrayBuffer[] {
  const all = Object.values(arrays).flatMap((group) => [...group.values()]);
  return all.map(({ buffer }) => buffer as ArrayBuffer);
}
