/**
 * Where columns begin from the left of a sheet, or rows from its top, in points: some are known, those between two of
 * them are taken to be equally wide. So it is a guess, to be compared with what the sheet says.
 */
export class CellEdges {
  private readonly known = new Map<number, number>();

  /** @param line zero-based, of a column or a row */
  learn(line: number, position: number): void {
    this.known.set(line, position);
  }

  /** Undefined where nothing is known to either side. */
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
