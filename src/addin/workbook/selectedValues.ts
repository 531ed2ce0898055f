import { sheetOf } from '../../excel/notebook/notebookRecord';
import type { Selected } from '../../excel/read/activeCell';
import type { Reading } from '../../excel/read/reading';
import { siteId } from '../../excel/read/site';
import { overlap, parseA1, cellsIn } from '../../notebook/sheet/address';
import { SHEET_KEYS } from '../../notebook/sheet/plan';
import { valueCellAt, type ValueCell } from '../../notebook/sheet/valueCells';
import type { LiveNotebook } from './notebook/liveNotebook';

/**
 * The notebook's numbers in selected cells, on any of its sheets, block by block.
 * @param reading has the present places of the blocks
 */
export function selectedValues(
  { record, plan }: LiveNotebook,
  reading: Reading,
  selected: Selected,
): ValueCell[] {
  const key = SHEET_KEYS.find((each) => each === sheetOf(record, selected.sheet));
  if (!key) return [];
  const areas = selected.address.split(',').map(parseA1);
  return plan.sheets[key].blocks.flatMap((block) => {
    const rect = reading.found.get(siteId({ key, block }))?.rect;
    if (!rect || !areas.some((area) => overlap(area, rect))) return [];
    return cellsIn(rect)
      .filter((cell) => areas.some((area) => overlap(area, cell)))
      .flatMap((cell) => valueCellAt(block, cell.row - rect.row, cell.column - rect.column) ?? []);
  });
}
