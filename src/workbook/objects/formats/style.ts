/** Applies partial styles to the cells of ranges, and reads what their styles have in common. */
import type { IStyleData } from '@univerjs/core';
import { fitRowsToFonts } from '../../grid/rowHeights';
import type { Json } from '../../host/wire';
import type { Cells, Range } from '../ranges/range';

/** In larger ranges only the first cells are compared. */
const COMPARED_CELLS = 10_000;
/** For larger ranges, whole columns for example, the grid is not enlarged. */
const REACHED_CELLS = 1_000_000;

/** Applies a partial style to every existing cell of the ranges. */
export function applyStyle(ranges: Cells, style: IStyleData): void {
  const patch = { s: style };
  for (const { book, sheetId, area } of ranges) {
    const { grid } = book;
    if (area.cellCount < REACHED_CELLS) grid.reach(sheetId, area);
    const present = grid.present(sheetId, area);
    if (!present) continue;
    grid.put(sheetId, present, () => patch);
    if (style.fs !== undefined) fitRowsToFonts(grid, sheetId, present);
  }
}

/** The value shared by all cells, or null. */
export function commonStyle(ranges: Cells, read: (style: IStyleData) => Json): Json {
  return common(ranges, ({ book, sheetId, area: { row, column, columns, cellCount } }) => {
    const first = read(book.grid.style(sheetId, row, column));
    const count = Math.min(cellCount, COMPARED_CELLS);
    for (let i = 1; i < count; i++) {
      const style = book.grid.style(sheetId, row + Math.floor(i / columns), column + (i % columns));
      if (read(style) !== first) return null;
    }
    return first;
  });
}

/** The value shared by all ranges, or null. */
export function common(ranges: Cells, read: (range: Range) => Json): Json {
  const first = read(ranges[0]);
  return ranges.every((range, index) => index === 0 || read(range) === first) ? first : null;
}
