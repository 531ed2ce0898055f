/**
 * A spatial index of the ranges that formulas refer to: a hash grid of small squares of cells. Formulas that refer to the
 * same range, as all cells of a feature map refer to their filter, share one entry.
 */
import type { IRange, IUnitRange } from '@univerjs/core';

/** Squares of 4 × 4 cells: a 3 × 3 patch touches at most four. */
const SQUARE_BITS = 2;
const SQUARES_IN_ROW = 1 << 14;
/** Ranges over more squares than this, whole columns for example, are kept in a list. */
const MANY_SQUARES = 1024;

type Bounds = Pick<IRange, 'startRow' | 'endRow' | 'startColumn' | 'endColumn'>;

interface Entry extends Bounds {
  readonly ids: Set<number>;
}

interface SheetIndex {
  readonly entries: Map<string, Entry>;
  readonly squares: Map<number, Set<Entry>>;
  readonly large: Set<Entry>;
}

export class RangeIndex {
  private readonly sheets = new Map<string, SheetIndex>();
  private readonly known = new Map<number, readonly IUnitRange[]>();

  /** Replaces the ranges that a formula refers to. */
  set(id: number, ranges: readonly IUnitRange[]): void {
    this.delete(id);
    this.known.set(id, ranges);
    for (const { sheetId, range } of ranges) this.entry(sheetId, boundsOf(range)).ids.add(id);
  }

  delete(id: number): void {
    for (const { sheetId, range } of this.known.get(id) ?? []) {
      const bounds = boundsOf(range);
      const sheet = this.sheets.get(sheetId);
      const entry = sheet?.entries.get(keyOf(bounds));
      if (!sheet || !entry) continue;
      entry.ids.delete(id);
      if (entry.ids.size > 0) continue;
      sheet.entries.delete(keyOf(bounds));
      for (const square of squaresOf(bounds) ?? []) sheet.squares.get(square)?.delete(entry);
      sheet.large.delete(entry);
    }
    this.known.delete(id);
  }

  clear(): void {
    this.sheets.clear();
    this.known.clear();
  }

  /** The formulas that refer to a cell of these ranges. */
  search(ranges: readonly IUnitRange[], except?: ReadonlySet<number>): Set<number> {
    const found = new Set<number>();
    for (const { sheetId, range } of ranges) {
      const bounds = boundsOf(range);
      for (const entry of this.near(sheetId, bounds)) {
        if (!touches(entry, bounds)) continue;
        for (const id of entry.ids) if (!except?.has(id)) found.add(id);
      }
    }
    return found;
  }

  private *near(sheetId: string, bounds: Bounds): Iterable<Entry> {
    const sheet = this.sheets.get(sheetId);
    if (!sheet) return;
    const squares = squaresOf(bounds);
    if (!squares) {
      yield* sheet.entries.values();
      return;
    }
    yield* sheet.large;
    for (const square of squares) {
      const entries = sheet.squares.get(square);
      if (entries) yield* entries;
    }
  }

  private entry(sheetId: string, bounds: Bounds): Entry {
    let sheet = this.sheets.get(sheetId);
    if (!sheet)
      this.sheets.set(sheetId, (sheet = { entries: new Map(), squares: new Map(), large: new Set() }));
    const key = keyOf(bounds);
    let entry = sheet.entries.get(key);
    if (!entry) {
      sheet.entries.set(key, (entry = { ...bounds, ids: new Set() }));
      const squares = squaresOf(bounds);
      if (!squares) sheet.large.add(entry);
      for (const square of squares ?? []) {
        const entries = sheet.squares.get(square);
        if (entries) entries.add(entry);
        else sheet.squares.set(square, new Set([entry]));
      }
    }
    return entry;
  }
}

/** Whole rows and columns have NaN where they are unbounded. */
function boundsOf({ startRow, endRow, startColumn, endColumn }: IRange): Bounds {
  const or = (line: number, open: number) => (Number.isNaN(line) ? open : line);
  return {
    startRow: or(startRow, 0),
    endRow: or(endRow, Infinity),
    startColumn: or(startColumn, 0),
    endColumn: or(endColumn, Infinity),
  };
}

const keyOf = (b: Bounds) => `${b.startRow},${b.startColumn},${b.endRow},${b.endColumn}`;

const touches = (a: Bounds, b: Bounds) =>
  a.startRow <= b.endRow &&
  a.endRow >= b.startRow &&
  a.startColumn <= b.endColumn &&
  a.endColumn >= b.startColumn;

/** The squares that a range touches, unless they are too many. */
function squaresOf({ startRow, endRow, startColumn, endColumn }: Bounds): number[] | null {
  const top = startRow >> SQUARE_BITS;
  const left = startColumn >> SQUARE_BITS;
  const rows = Math.floor(endRow / (1 << SQUARE_BITS)) - top + 1;
  const columns = Math.floor(endColumn / (1 << SQUARE_BITS)) - left + 1;
  if (rows * columns > MANY_SQUARES) return null;
  const squares: number[] = [];
  for (let row = top; row < top + rows; row++)
    for (let column = left; column < left + columns; column++) squares.push(row * SQUARES_IN_ROW + column);
  return squares;
}
