import type { CellId } from './meaning';
import type { SlidMap } from './recognised';
import { cellsOf, isWithin, placeIn, type Lattice, type LatticePlace } from './lattice';

/** A cell of a map: which map, and where in it. */
export interface Activation extends LatticePlace {
  readonly channel: number;
}

/** The maps that the next layer may read, each in a lattice of its own; all have the same size. */
export class Activations {
  private readonly places = new Map<CellId, Activation>();

  /** @param extra cells that were computed beside the maps by mistake, each beyond the end of one of them */
  constructor(
    readonly maps: readonly Lattice[],
    extra: readonly { readonly channel: number; readonly cell: CellId }[] = [],
  ) {
    for (const [channel, lattice] of maps.entries())
      for (const cell of cellsOf(lattice)) this.places.set(cell, { channel, ...placeIn(lattice, cell)! });
    for (const { channel, cell } of extra)
      this.places.set(cell, { channel, ...placeIn(maps[channel], cell)! });
  }

  /** The maps, as those of a layer that takes cell by cell what is there. */
  get slid(): SlidMap[] {
    return this.maps.map((lattice) => ({ lattice, stride: 1, padding: 'valid', extra: [] }));
  }

  get rows(): number {
    return this.maps[0].rows;
  }

  get columns(): number {
    return this.maps[0].columns;
  }

  /** Where a cell stands, those beside the maps included. */
  find(cell: CellId): Activation | undefined {
    return this.places.get(cell);
  }

  /** Whether a cell is one of the maps'. */
  has(cell: CellId): boolean {
    const place = this.places.get(cell);
    return place !== undefined && isWithin(this.maps[place.channel], place);
  }
}
