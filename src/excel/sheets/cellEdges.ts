/**
 * Positions of column edges from the left of a sheet, or row edges from its top, in points. Some are known;
 * columns between two known ones are assumed to be equally wide. So it is an estimate, to be compared with
 * the sheet.
 */
export class CellEdges {
  private readonly known = new Map<number, number>();

  /** @param line zero-based column or row */
  learn(line: number, position: number): void {
    this.known.set(line, position);
  }

  /** Undefined unless an edge is known on both sides. */
  at(line: number): number | undefined {
    const exact = this.known.get(line);
    if (exact !== undefined) return exact;
    let [below, above] = [-Infinity, Infinity];
    for (const each of this.known.keys()) {
      if (each < line) below = Math.max(below, each);
      else above = Math.min(above, each);
    }
    const [from, to] = [this.known.get(below), this.known.get(above)];
    if (from === undefined || to === undefined) return undefined;
    return from + ((to - from) * (line - below)) / (above - below);
  }
}
