import { compile, type Network } from '../engine/network';
import { activationOf } from '../engine/layers';
import type { ImageSource } from '../data/imageSet';

/** Images that are looked at together. */
const BATCH = 50;

/** So many patches are kept of each filter. */
export const PATCHES = 9;

/** The place of an image to which a filter answers most strongly. */
export interface Winner {
  /** Of the image. */
  readonly index: number;
  /** After the layer's activation function. */
  readonly activation: number;
  /** Of the map. */
  readonly row: number;
  readonly column: number;
}

/** By layer, for each of its filters the strongest first. */
export type Winners = ReadonlyMap<string, readonly (readonly Winner[])[]>;

/** The layers that have filters, by their position in the network. */
export function convolutionsOf({ spec }: Pick<Network, 'spec'>): number[] {
  return [...spec.layers.keys()].filter((at) => 'kernel' in spec.layers[at]);
}

/**
 * Which images, and where in them, excite each filter of a network most: of each image only the strongest cell of the
 * filter's map counts, the first in row-major order among equals. In evaluate mode, as `evaluate`.
 * @param breathe is awaited between batches, so that others get to run; what it throws ends the search
 */
export async function searchPatches(
  trained: Network,
  source: ImageSource,
  indexes: ArrayLike<number>,
  breathe: (done: number) => Promise<void>,
): Promise<Winners> {
  const network = compile(trained.spec, Math.max(1, Math.min(BATCH, indexes.length)), trained);
  network.training = false;
  const layers = convolutionsOf(network);
  const winners = new Map(
    layers.map((at) => {
      const { name, output } = network.shapes[at];
      return [name, Array.from({ length: output.channels }, (): Winner[] => [])];
    }),
  );
  const pixels = network.input.length / network.batchSize;
  for (let from = 0; from < indexes.length; from += network.batchSize) {
    const count = Math.min(network.batchSize, indexes.length - from);
    for (let item = 0; item < count; item++) source.image(indexes[from + item], network.input, item * pixels);
    network.forward();
    for (const at of layers) {
      for (let item = 0; item < count; item++)
        enter(winners.get(network.shapes[at].name)!, network, at, item, indexes[from + item]);
    }
    await breathe(from + count);
  }
  return winners;
}

/** Let the strongest cells of one image's maps compete. */
function enter(best: Winner[][], network: Network, at: number, item: number, index: number): void {
  const { name, output } = network.shapes[at];
  const maps = network.activations.get(name)!;
  const size = output.height * output.width;
  // What ReLU has cut off excites nothing.
  const least = activationOf(network.spec.layers[at]) === 'relu' ? 0 : -Infinity;
  best.forEach((winners, filter) => {
    const from = (item * output.channels + filter) * size;
    let strongest = -1;
    let activation = least;
    for (let cell = 0; cell < size; cell++) {
      if (!(maps[from + cell] > activation)) continue;
      strongest = cell;
      activation = maps[from + cell];
    }
    if (strongest < 0) return;
    const row = Math.floor(strongest / output.width);
    insert(winners, { index, activation, row, column: strongest % output.width });
  });
}

/** Behind those that are as strong, which came first. */
function insert(winners: Winner[], winner: Winner): void {
  let place = winners.length;
  while (place > 0 && winners[place - 1].activation < winner.activation) place--;
  winners.splice(place, 0, winner);
  if (winners.length > PATCHES) winners.pop();
}
