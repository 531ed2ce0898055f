import { compile, type Network } from '../engine/network';
import { activationOf } from '../engine/layers';
import type { ImageSource } from '../data/imageSet';

/** Batch size of the search. */
const BATCH = 50;

/** How many patches are kept for each filter. */
export const PATCHES_PER_FILTER = 9;

/** Where in an image a filter responds most strongly. */
export interface PatchPosition {
  /** Index of the image. */
  readonly index: number;
  /** Its value there, after the layer's activation function. */
  readonly activation: number;
  /** Position in the map. */
  readonly row: number;
  readonly column: number;
}

/** By layer name, for each of its filters, the strongest first. */
export type PatchesByLayer = ReadonlyMap<string, readonly (readonly PatchPosition[])[]>;

/** Positions of the layers that have filters. */
export function convolutionsOf({ spec }: Pick<Network, 'spec'>): number[] {
  return [...spec.layers.keys()].filter((at) => 'kernel' in spec.layers[at]);
}

/**
 * The images, and the places in them, that activate each filter of a network most. From each image only the
 * maximum of the filter's map counts, of equals the first in row-major order. Runs in evaluate mode.
 * @param breathe is awaited after each batch, so that other events can run; if it throws, the search ends
 */
export async function searchPatches(
  trained: Network,
  source: ImageSource,
  indexes: ArrayLike<number>,
  breathe: (done: number) => Promise<void>,
): Promise<PatchesByLayer> {
  const network = compile(trained.spec, Math.max(1, Math.min(BATCH, indexes.length)), trained);
  network.training = false;
  const layers = convolutionsOf(network);
  const winners = new Map(
    layers.map((at) => {
      const { name, output } = network.shapes[at];
      return [name, Array.from({ length: output.channels }, (): PatchPosition[] => [])];
    }),
  );
  const pixels = network.input.length / network.batchSize;
  for (let from = 0; from < indexes.length; from += network.batchSize) {
    const count = Math.min(network.batchSize, indexes.length - from);
    for (let item = 0; item < count; item++) source.image(indexes[from + item], network.input, item * pixels);
    network.forward();
    for (const at of layers) {
      for (let item = 0; item < count; item++)
        enterMaxima(winners.get(network.shapes[at].name)!, network, at, item, indexes[from + item]);
    }
    await breathe(from + count);
  }
  return winners;
}

/** Enters the maximum of each of one image's maps among the best so far. */
function enterMaxima(
  best: PatchPosition[][],
  network: Network,
  at: number,
  item: number,
  index: number,
): void {
  const { name, output } = network.shapes[at];
  const maps = network.activations.get(name)!;
  const size = output.height * output.width;
  // What ReLU has set to 0 did not activate the filter.
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

/** Inserts in descending order; of equals, the earlier one stays first. */
function insert(winners: PatchPosition[], winner: PatchPosition): void {
  let place = winners.length;
  while (place > 0 && winners[place - 1].activation < winner.activation) place--;
  winners.splice(place, 0, winner);
  if (winners.length > PATCHES_PER_FILTER) winners.pop();
}
