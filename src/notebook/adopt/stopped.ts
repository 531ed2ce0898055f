import type { Lattice } from './lattice';
import type { FoundLayer } from './recognised';
import { nameOf, type CellId } from './meaning';

/** Recognition came to an end before the whole network was found: at which cell, and why. */
export class Stopped extends Error {
  /** "AH3", or undefined where no single cell is at fault. */
  readonly cell: string | undefined;
  /** The layers that were recognised before it, from first to last. */
  layers: readonly FoundLayer[] = [];
  /** The image that they begin with. */
  input: readonly Lattice[] = [];

  constructor(cell: CellId | undefined, reason: string) {
    super(reason);
    this.cell = cell === undefined ? undefined : nameOf(cell);
  }
}
