import type { Rect } from '../sheet/address';
import type { PlannedLabel, SheetPlan } from '../sheet/plan';

/** Which words of a sheet may stand in a cell. */
export interface LabelsAt {
  readonly labels: readonly PlannedLabel[];
  /** Rows or columns were inserted near them, so that only the cell's text can tell whether one of them stands here. */
  readonly isSure: boolean;
}

/**
 * Words have no names as blocks have, so where they stand now follows from how far the blocks around them have moved.
 * @param placeOf where a block stands now, by its name; undefined when that is not known
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

/** How far the others can have moved: not less than the next before them, nor more than the next after them. */
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
    return [before, before];
  }
}
