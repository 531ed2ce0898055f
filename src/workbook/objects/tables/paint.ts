/** The appearance of tables. Excel's light styles have no filled header; all of its styles are blue here. */
import { BooleanNumber, BorderStyleTypes, type ICellData } from '@univerjs/core';
import { COLORS } from '../../grid/excelDefaults';
import type { Grid } from '../../grid/grid';
import type { TableRecord } from './store';

const HEADER: ICellData = {
  s: { bg: { rgb: COLORS.accent }, cl: { rgb: COLORS.background }, bl: BooleanNumber.TRUE },
};
const LIGHT_HEADER: ICellData = {
  s: { bl: BooleanNumber.TRUE, bd: { b: { s: BorderStyleTypes.THIN, cl: { rgb: COLORS.accent } } } },
};
const BAND: ICellData = { s: { bg: { rgb: COLORS.lightAccent } } };
const PLAIN: ICellData = { s: { bg: null } };

/** Paints a table, beginning with one of its rows (0 is the first). */
export function paintTable(
  grid: Grid,
  { sheetId, area, showHeaders, style }: TableRecord,
  from: number,
): void {
  const painted = area.below(from);
  if (painted.rows <= 0) return;
  const header = style === '' ? PLAIN : /light/i.test(style) ? LIGHT_HEADER : HEADER;
  const band = style === '' ? PLAIN : BAND;
  grid.put(sheetId, painted, (row) => {
    const i = row - area.row;
    if (showHeaders && i === 0) return header;
    return (i - Number(showHeaders)) % 2 === 0 ? band : PLAIN;
  });
}
