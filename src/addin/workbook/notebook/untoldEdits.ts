import { sheetOf, type NotebookRecord } from '../../../excel/notebook/notebookRecord';
import type { Selected } from '../../../excel/read/activeCell';
import type { Reading } from '../../../excel/read/reading';
import { siteId, siteIdOf, sites, type Site } from '../../../excel/read/site';
import type { Edit } from '../../../excel/read/watch';
import { overlap, parseA1 } from '../../../notebook/sheet/address';
import { SETTINGS } from '../../../notebook/sheet/settings';
import { coveredBy } from './sameCells';

/** Most selected cells to check while a run goes on or an edit is answered: up to this many do not slow a request down. */
const MOST_CELLS = 10_000;

/**
 * What to check: only what somebody may have changed by hand, in settings and selected cells; or all cells that may be typed
 * into. Macros and other programs change those that nobody selected, and Excel does not always tell.
 */
export type CheckedInputs = 'byHand' | 'all';

/** Sites of the settings with lists of words. */
const LISTS: ReadonlySet<string> = new Set(
  SETTINGS.filter(({ words }) => words).map(({ name }) => siteIdOf('values', name)),
);

/**
 * Where the user may have changed cells without an event: in settings, which are chosen from lists, and in
 * anything selected since the last check, since typing, pasting and filling happen in selected cells.
 */
export class UntoldEdits {
  /** Changes found and not handled yet. */
  readonly found: Edit[] = [];
  /** Sites selected since the last check. */
  private touched = new Set<string>();
  /** Sites selected now. */
  private selected: readonly string[] = [];

  /**
   * @param known the places of the blocks; undefined if nothing is known yet
   * @returns whether a cell with a list was left, in which a choice may have been made
   */
  select({ sheet, address }: Selected, record: NotebookRecord, known: Reading | undefined): boolean {
    const before = this.selected;
    const key = sheetOf(record, sheet);
    const areas = address.split(',').map(parseA1);
    const ids = known ? sites(known.plan).filter((site) => site.key === key) : [];
    this.selected = ids.map(siteId).filter((id) => {
      const rect = known?.found.get(id)?.rect;
      return rect && areas.some((area) => overlap(area, rect));
    });
    for (const id of this.selected) this.touched.add(id);
    return before.some((id) => LISTS.has(id) && !this.selected.includes(id));
  }

  /** Drops what was found in cells that were edited since: Excel has told of it after all, and of what came later. */
  supersede(told: readonly Edit[]): void {
    if (this.found.length === 0) return;
    const isTold = coveredBy(told);
    this.found.push(...this.takeFound().filter((edit) => !isTold(edit)));
  }

  /** Removes and returns what was found. */
  takeFound(): Edit[] {
    return this.found.splice(0);
  }

  /** The blocks to check now; those still selected may be edited again later. */
  take({ plan, found }: Reading, inputs: CheckedInputs): Site[] {
    const { touched } = this;
    this.touched = new Set(this.selected);
    const typed = sites(plan).filter((site) => {
      const there = found.get(siteId(site));
      // Formulas of the user's are read every time anyway.
      return site.block.editable && there && !there.formulas;
    });
    if (inputs === 'all') return typed;
    const settings = typed.filter(({ block }) => block.source.kind === 'setting');
    const others = typed.filter(({ block }) => block.source.kind !== 'setting');
    const byHand = others.filter((site) => touched.has(siteId(site)));
    return [...settings, ...fitting(byHand, MOST_CELLS)];
  }
}

/** Of some blocks, in their order, those that have no more cells than that in all. */
function fitting(blocks: readonly Site[], most: number): Site[] {
  let room = most;
  return blocks.filter((site) => {
    const { rows, columns } = site.block.rect;
    const cells = rows * columns;
    if (cells > room) return false;
    room -= cells;
    return true;
  });
}
