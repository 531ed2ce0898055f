import type { Requests } from '../requests';
import { markCells, RUN_BYTES, unmarkCells, type CellRun } from './writer';
import type { Reading } from '../read/reading';
import { siteId, sites, type Site } from '../read/site';

interface Highlight {
  readonly site: Site;
  readonly run: CellRun;
}

/** The cells highlighted as invalid, relative to their block's first cell, so that they may move. */
export class ErrorHighlights {
  private shown: ReadonlyMap<string, Highlight> = new Map();
  private before = this.shown;
  /** By what the message cell says: what was marked when it came to say so. */
  private readonly beside = new Map<string, ReadonlyMap<string, Highlight>>([['', new Map()]]);

  /** Queues what is needed to highlight exactly the cells with a problem. */
  async show(requests: Requests, reading: Reading): Promise<void> {
    const wanted = new Map(highlightsFor(reading).map((highlight) => [highlightId(highlight), highlight]));
    for (const [id, { site, run }] of this.shown) {
      if (wanted.has(id) || !reading.found.has(siteId(site))) continue;
      await requests.room(RUN_BYTES);
      unmarkCells(reading.sheet(site.key), site.block, run);
    }
    for (const [id, { site, run }] of wanted) {
      if (this.shown.has(id)) continue;
      await requests.room(RUN_BYTES);
      markCells(reading.sheet(site.key), site.block, run);
    }
    this.before = this.shown;
    this.shown = wanted;
  }

  /** The request that was to change them has failed: what was to be changed still is. */
  forget(): void {
    this.shown = this.before;
  }

  get isEmpty(): boolean {
    return this.shown.size === 0;
  }

  /** The message cell is written in the same request. */
  remember(message: string): void {
    this.beside.set(message, this.shown);
  }

  /** Undo or redo brought a message back, and with it the marks that were written beside it, of which no event tells. */
  recall(message: string): void {
    this.shown = this.beside.get(message) ?? this.shown;
  }
}

/** Neighbouring cells of a row are highlighted together. */
function highlightsFor(reading: Reading): Highlight[] {
  const highlights: Highlight[] = [];
  for (const site of sites(reading.plan)) {
    const found = reading.found.get(siteId(site));
    if (!found) continue;
    for (const { key, block, cell } of reading.problems) {
      if (key !== site.key || block !== site.block.name || !cell) continue;
      const row = cell.row - found.rect.row;
      const column = cell.column - found.rect.column;
      const last = highlights.at(-1);
      if (last?.site === site && last.run.row === row && last.run.column + last.run.columns === column) {
        highlights[highlights.length - 1] = { site, run: { ...last.run, columns: last.run.columns + 1 } };
      } else highlights.push({ site, run: { row, column, columns: 1 } });
    }
  }
  return highlights;
}

function highlightId({ site, run }: Highlight): string {
  return `${siteId(site)} ${run.row} ${run.column} ${run.columns}`;
}
