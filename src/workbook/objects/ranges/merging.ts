/** Merging cells, and what is merged. */
import { AddWorksheetMergeMutation, RemoveWorksheetMergeMutation } from '@univerjs/sheets';
import type { Rect } from '../../addresses/rect';
import { presentRect, rangeOf } from '../../grid/ranges';
import { BLANK } from '../../grid/writing/writes';
import { invalidOperation } from '../../host/errors';
import type { Range } from './range';
import { RangeAreas } from './rangeAreas';

type Place = Pick<Range, 'book' | 'sheetId'>;

function mergesOn({ book: { grid }, sheetId }: Place): Rect[] {
  return (grid.sheet(sheetId)?.getMergeData() ?? []).map(presentRect);
}

/**
 * The merged areas whose first cell is in the range: others are not found, as reported in OfficeDev/office-js#3611.
 * @returns null if there are none
 * @throws ExcelError for more than 512, as documented:
 *   https://learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-getmergedareasornullobject-member(1)
 */
export function mergedAreas(range: Range): RangeAreas | null {
  const location = 'Range.getMergedAreasOrNullObject';
  const found = mergesOn(range).filter(({ firstCell }) => range.area.contains(firstCell));
  if (found.length > MOST_MERGED) throw invalidOperation('tooManyMerged', location);
  return found.length ? new RangeAreas(found.map((area) => range.at(area, location))) : null;
}

const MOST_MERGED = 512;

/** Tells of a cell whether it is hidden: in merged cells, and not the first of them. */
export function hiddenCells(place: Place, area: Rect): (row: number, column: number) => boolean {
  const merges = mergesOn(place).filter((each) => each.touches(area));
  if (merges.length === 0) return () => false;
  return (row, column) =>
    merges.some((each) => each.containsCell(row, column) && !each.firstCell.containsCell(row, column));
}

/** Cells of a table cannot be merged ("Merge and unmerge cells", support.microsoft.com). */
export function merge(range: Range, across: boolean): void {
  if (range.book.tables.touching(range.sheetId, range.area).length > 0)
    throw invalidOperation('mergesTable', 'Range.merge');
  unmerge(range);
  const { area } = range;
  const areas = across ? Array.from({ length: area.rows }, (_, i) => area.rowAt(i)) : [area];
  for (const each of areas) keepFirst(range, each);
  range.book.grid.mutate(AddWorksheetMergeMutation.id, {
    subUnitId: range.sheetId,
    ranges: areas.map(rangeOf),
  });
}

/**
 * Merging keeps only the content of the upper left cell:
 * https://support.microsoft.com/office/merge-and-unmerge-cells-5cbd15d5-9375-4540-907f-c673a93fcedf
 */
function keepFirst({ book: { grid }, sheetId }: Range, area: Rect): void {
  const target = grid.present(sheetId, area);
  if (!target) return;
  grid.put(sheetId, target, (row, column) => {
    const isFirst = row === area.row && column === area.column;
    return !isFirst && grid.holds(sheetId, row, column) ? BLANK : null;
  });
}

export function unmerge(range: Range): void {
  range.book.grid.mutate(RemoveWorksheetMergeMutation.id, {
    subUnitId: range.sheetId,
    ranges: [rangeOf(range.area)],
  });
}
