/** Rows that are hidden, by hand or by a filter. */
import { SetRowHiddenMutation, SetRowVisibleMutation } from '@univerjs/sheets';
import { rangeOf } from '../../grid/ranges';
import type { Json } from '../../host/wire';
import type { Range } from '../ranges/range';

/** True where all rows are hidden, false where none is, null where some are. */
export function readRowHidden({ book: { grid }, sheetId, area }: Range): Json {
  const sheet = grid.sheet(sheetId);
  const present = grid.present(sheetId, area);
  if (!sheet || !present) return false;
  const isHidden = (row: number) => !sheet.getRowVisible(row);
  const rows = Array.from({ length: present.rows }, (_, index) => isHidden(present.row + index));
  // Rows beyond the grid are seen.
  if (present.rows < area.rows) rows.push(false);
  return rows.every((each) => each) || (rows.some((each) => each) && null);
}

export function writeRowHidden({ book: { grid }, sheetId, area }: Range, isHidden: boolean): void {
  const present = grid.present(sheetId, area);
  const { id } = isHidden ? SetRowHiddenMutation : SetRowVisibleMutation;
  if (present) grid.mutate(id, { subUnitId: sheetId, ranges: [rangeOf(present)] });
}
