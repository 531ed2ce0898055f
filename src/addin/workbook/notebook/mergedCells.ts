import { sheetOf, type NotebookRecord } from '../../../excel/notebook/notebookRecord';
import type { Selected } from '../../../excel/read/activeCell';
import { mergedAreas, type MergedArea, type SheetBlocks } from '../../../excel/read/mergedAreas';
import type { Reading } from '../../../excel/read/reading';
import { siteId, sites, type Site } from '../../../excel/read/site';
import { mergedCellsTexts } from '../../../texts/addin/mergedCells';
import { overlap, parseA1, toA1, type Rect } from '../../../notebook/sheet/address';
import { fromRows } from '../../../notebook/sheet/block';
import { SHEET_KEYS } from '../../../notebook/sheet/plan';
import { NotebookError } from '../../faults';

/**
 * Cells of the notebook that a person has merged. All but the first are empty then, and Excel may ignore what is written
 * into them; it is not documented that it tells of it. So it is asked when there is a hint: several cells are selected, as
 * they are by whoever merges them, a cell is blank, or a computed one was changed.
 */
export class MergedCells {
  private isHinted = false;
  private areCellsSelected = false;
  /** Those that were merged when last asked. */
  private merged: readonly MergedArea[] = [];

  select({ sheet, address }: Selected, record: NotebookRecord, known: Reading | undefined): void {
    const key = sheetOf(record, sheet);
    const areas = address.split(',').map(parseA1);
    this.areCellsSelected =
      known !== undefined &&
      areas.some(mayBeMerged) &&
      sites(known.plan).some((site) => site.key === key && areas.some((area) => isIn(known, site, area)));
    this.isHinted ||= this.areCellsSelected;
  }

  /** Cells were changed, and not by the add-in. */
  hear(touched: readonly Site[]): void {
    this.isHinted ||= touched.some(({ block }) => !block.editable);
  }

  /**
   * @returns the areas that were merged when last asked, and are not any more
   * @throws NotebookError when cells of the notebook are merged now
   */
  async refuse(context: Excel.RequestContext, reading: Reading): Promise<readonly MergedArea[]> {
    const isBlank = reading.problems.some(({ cell }) => cell);
    if (!this.isHinted && !this.areCellsSelected && !isBlank && this.merged.length === 0) return [];
    this.isHinted = false;
    const before = this.merged;
    this.merged = await mergedAreas(context, blocksOf(reading));
    if (this.merged.length === 0) return before;
    const { key } = this.merged[0];
    const here = this.merged.filter((area) => area.key === key).map(({ rect }) => toA1(rect));
    throw new NotebookError(
      mergedCellsTexts.merged(reading.nameOf(key), here.slice(0, MOST), Math.max(0, here.length - MOST)),
    );
  }
}

/** Whole rows and columns are selected to insert, delete or size them: nobody merges the notebook into one cell. */
const MOST_ROWS = 10_000;
const MOST_COLUMNS = 10_000;

function mayBeMerged({ rows, columns }: Rect): boolean {
  return rows * columns > 1 && rows < MOST_ROWS && columns < MOST_COLUMNS;
}

/** So many areas are named in a message. */
const MOST = 4;

function blocksOf(reading: Reading): SheetBlocks[] {
  const all = sites(reading.plan);
  return SHEET_KEYS.flatMap((key) => {
    const here = all.filter((site) => site.key === key).map((site) => reading.found.get(siteId(site))?.rect);
    const rects = here.filter((rect) => rect !== undefined);
    return rects.length && reading.isThere(key) ? [{ key, sheet: reading.sheet(key), rects }] : [];
  });
}

function isIn(reading: Reading, site: Site, area: Rect): boolean {
  const rect = reading.found.get(siteId(site))?.rect;
  return rect !== undefined && overlap(rect, area);
}

/** The sites of which cells were merged. */
export function sitesIn(reading: Reading, areas: readonly MergedArea[]): Site[] {
  return sites(reading.plan).filter((site) =>
    areas.some(({ key, rect }) => key === site.key && isIn(reading, site, rect)),
  );
}

/**
 * The numbers of a site whose cells were merged: blank ones hold what they held before.
 * @returns undefined if other cells hold no numbers
 */
export function refilled(
  reading: Reading,
  { key, block }: Site,
  before: ArrayLike<number>,
): number[] | undefined {
  const cells = fromRows(block, reading.found.get(siteId({ key, block }))?.rows ?? []);
  const numbers = cells.map((cell, index) => (cell === '' ? before[index] : cell));
  return numbers.every((cell) => typeof cell === 'number') ? numbers : undefined;
}
