/** The row of a layer's first cell and the rows from one of its cells to the next. */
export interface RowsOfLayer {
  readonly top: number;
  readonly jump: number;
}

export interface Rows {
  readonly input: RowsOfLayer;
  readonly layers: readonly RowsOfLayer[];
  /** Rows from one channel to the next, the same for all layers: a pixel and all that it causes share a row. */
  readonly pitch: number;
}

/** Cells from the first value to the last, `jump` apart. */
export function extent(count: number, jump: number): number {
  return (count - 1) * jump + 1;
}
