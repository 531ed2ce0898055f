import { markCells, unmarkCells, type CellRun } from './writer';
import type { Reading } from '../read/reading';
import { siteId, sites, type Site } from '../read/reading';

interface Mark {
  readonly site: Site;
  readonly run: CellRun;
}

/** The cells that are marked as refused, counted from their block's first cell, so that they may move. */
export class Marks {
  private shown = new Map<string, Mark>();

  /** Queue what it takes for exactly the cells with a problem to be marked. */
  show(reading: Reading): void {
    const wanted = new Map(marksFor(reading).map((mark) => [markId(mark), mark]));
    for (const [id, { site, run }] of this.shown) {
      if (!wanted.has(id) && reading.found.has(siteId(site)))
        unmarkCells(reading.sheet(site.key), site.block, run);
    }
    for (const [id, { site, run }] of wanted) {
      if (!this.shown.has(id)) markCells(reading.sheet(site.key), site.block, run);
    }
    this.shown = wanted;
  }
}

/** Neighbours in a row are marked together. */
function marksFor(reading: Reading): Mark[] {
  const marks: Mark[] = [];
  for (const site of sites(reading.plan)) {
    const found = reading.found.get(siteId(site));
    if (!found) continue;
    for (const { key, block, cell } of reading.problems) {
      if (key !== site.key || block !== site.block.name || !cell) continue;
      const row = cell.row - found.rect.row;
      const column = cell.column - found.rect.column;
      const last = marks.at(-1);
      if (last?.site === site && last.run.row === row && last.run.column + last.run.columns === column) {
        marks[marks.length - 1] = { site, run: { ...last.run, columns: last.run.columns + 1 } };
      } else marks.push({ site, run: { row, column, columns: 1 } });
    }
  }
  return marks;
}

function markId({ site, run }: Mark): string {
  return `${siteId(site)} ${run.row} ${run.column} ${run.columns}`;
}
