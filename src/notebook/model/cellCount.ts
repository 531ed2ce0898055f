import { inferLayers, sizeOf } from '../../engine/shapes';
import type { NetworkSpec } from '../../engine/spec';

/** Most cells of a notebook: more take long to draw, and nobody reads them. */
export const MOST_CELLS = 150_000;

/** How many cells the page of a network would take: its input, and all activations and parameters. */
export function cellsOf(network: NetworkSpec): number {
  return inferLayers(network).reduce(
    (sum, { output, parameters }) =>
      sum +
      sizeOf(output) +
      parameters.reduce((all, { shape }) => all + shape.reduce((product, side) => product * side, 1), 0),
    sizeOf(network.input),
  );
}
