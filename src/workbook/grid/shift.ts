import { type Area, area } from '../addresses/a1';
import type { ChangeType } from './changes';

/** Where an area is after rows or columns were inserted or deleted; null if all of it is gone. */
export function shifted(a: Area, type: ChangeType, at: Area): Area | null {
  switch (type) {
    case 'RowInserted':
      return lines(a.row, a.rows, at.row, at.rows, (row, rows) => area(row, a.column, rows, a.columns));
    case 'ColumnInserted':
      return lines(a.column, a.columns, at.column, at.columns, (column, columns) =>
        area(a.row, column, a.rows, columns),
      );
    case 'RowDeleted':
      return lines(a.row, a.rows, at.row, -at.rows, (row, rows) => area(row, a.column, rows, a.columns));
    case 'ColumnDeleted':
      return lines(a.column, a.columns, at.column, -at.columns, (column, columns) =>
        area(a.row, column, a.rows, columns),
      );
    case 'RangeEdited':
      return a;
  }
}

function lines(
  start: number,
  count: number,
  at: number,
  change: number,
  make: (start: number, count: number) => Area,
): Area | null {
  if (change > 0) {
    if (at <= start) return make(start + change, count);
    return make(start, at < start + count ? count + change : count);
  }
  const gone = -change;
  const before = Math.min(Math.max(start - at, 0), gone);
  const inside = Math.max(0, Math.min(start + count, at + gone) - Math.max(start, at));
  return inside === count ? null : make(start - before, count - inside);
}
