import type { Rect } from '../sheet/address';
import type { PlannedLabel, SheetPlan } from '../sheet/plan';

/** Labels that may be in a cell. */
export interface LabelsAt {
  readonly labels: readonly PlannedLabel[];
  /**
   * Whether one of them certainly is here. False if rows or columns were inserted nearby: then only the
   * cell's text tells.
   */
  readonly isSure: boolean;
}

/**
 * Labels have no defined names, so their present cells are inferred from how far the blocks around them have
 * moved.
 * @param placeOf the present cells of a block, by name; undefined if unknown
 */
export function labelsAt(
  { blocks, labels }: SheetPlan,
  placeOf: (block: string) => Rect | undefined,
  cell: Pick<Rect, 'row' | 'column'>,
): LabelsAt {
  const moved = blocks.flatMap(({ name, rect }) => {
    const now = placeOf(name);
    return now && now.rows === rect.rows && now.columns === rect.columns ? { rect, now } : [];
  });
  const rows = new Moves(
    moved.map(({ rect, now }) => ({ from: rect.row, size: rect.rows, by: now.row - rect.row })),
  );
  const columns = new Moves(
    moved.map(({ rect, now }) => ({ from: rect.column, size: rect.columns, by: now.column - rect.column })),
  );
  const near = labels.filter(
    ({ row, column }) => rows.mayLead(row, cell.row) && columns.mayLead(column, cell.column),
  );
  const isSure = near.every(({ row, column }) => rows.isSure(row) && columns.isSure(column));
  return { labels: near, isSure };
}

/** Some rows, or columns, and how far they have moved. */
interface Move {
  readonly from: number;
  readonly size: number;
  readonly by: number;
}

/**
 * Bounds on how far other rows (or columns) have moved: between the moves of their neighbours before and
 * after.
 */
class Moves {
  private readonly moves: readonly Move[];

  constructor(moves: readonly Move[]) {
    this.moves = [...moves].sort((a, b) => a.from - b.from);
  }

  mayLead(from: number, to: number): boolean {
    const [least, most] = this.bounds(from);
    return from + least <= to && to <= from + most;
  }

  isSure(from: number): boolean {
    const [least, most] = this.bounds(from);
    return least === most;
  }

  private bounds(at: number): [number, number] {
    let before = 0;
    for (const { from, size, by } of this.moves) {
      if (from <= at && at < from + size) return [by, by];
      if (from > at) return [Math.min(before, by), Math.max(before, by)];
      before = by;
    }
    if (this.moves.length === 0) return [0, 0];
    // Nothing behind it tells how far it has moved; only not in front of the last block's end.
    const end = Math.max(...this.moves.map(({ from, size, by }) => from + size + by));
    return [end - at, Infinity];
  }
}
