import { sheetOf, type NotebookRecord } from '../../excel/notebook/notebookRecord';
import type { Selected } from '../../excel/read/activeCell';
import type { Reading } from '../../excel/read/reading';
import { siteId, sites, type Site } from '../../excel/read/site';
import type { Edit } from '../../excel/read/watch';
import { overlap, parseA1 } from '../../notebook/sheet/address';

/** Of what is selected, no more than so many cells are looked at: a request carries them without being slower. */
const MOST_CELLS = 10_000;

/**
 * Where a person may have changed cells without an event: in the settings, which are chosen from lists, and in all that
 * was selected since the last look, for whoever types, pastes or fills has the cells selected.
 */
export class UntoldEdits {
  /** Found, and not answered yet. */
  readonly found: Edit[] = [];
  /** By site: what was selected since the last look. */
  private touched = new Set<string>();
  /** By site: what is selected now. */
  private selected: readonly string[] = [];

  /** @param known where the blocks stand; undefined when nothing is known yet */
  select({ sheet, address }: Selected, record: NotebookRecord, known: Reading | undefined): void {
    const key = sheetOf(record, sheet);
    const areas = address.split(',').map(parseA1);
    const ids = known ? sites(known.plan).filter((site) => site.key === key) : [];
    this.selected = ids.map(siteId).filter((id) => {
      const rect = known?.found.get(id)?.rect;
      return rect && areas.some((area) => overlap(area, rect));
    });
    for (const id of this.selected) this.touched.add(id);
  }

  /** What was found since this was asked last. */
  takeFound(): Edit[] {
    return this.found.splice(0);
  }

  /** The blocks to look at now; what stays selected may be edited again after it. */
  take({ plan, found }: Reading): Site[] {
    const { touched } = this;
    this.touched = new Set(this.selected);
    let cells = 0;
    return sites(plan).filter((site) => {
      const there = found.get(siteId(site));
      // Formulas of a person's are read at each look anyway.
      if (!site.block.editable || !there || there.hasFormula) return false;
      if (site.block.source.kind === 'setting') return true;
      if (!touched.has(siteId(site))) return false;
      cells += there.rect.rows * there.rect.columns;
      return cells <= MOST_CELLS;
    });
  }
}
