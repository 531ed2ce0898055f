/** The row of a layer's first cell, and the distance between its cells in rows. */
export interface RowsOfLayer {
  readonly top: number;
  readonly jump: number;
}

export interface Rows {
  readonly input: RowsOfLayer;
  readonly layers: readonly RowsOfLayer[];
  /**
   * Rows from one channel to the next, the same for all layers: so a pixel and what it influences share rows.
   */
  readonly pitch: number;
}

/** Number of cells from the first value to the last, with values `jump` apart. */
export function extent(count: number, jump: number): number {
  return (count - 1) * jump + 1;
}
