import { sheetOf, type NotebookRecord } from '../../../excel/notebook/notebookRecord';
import type { Reading } from '../../../excel/read/reading';
import { siteId, type Site } from '../../../excel/read/site';
import type { Edit } from '../../../excel/read/watch';
import { parseA1 } from '../../../notebook/sheet/address';

/**
 * Dirty set: blocks whose cached cells may be stale. Excel reports every change of cells, by anyone; all
 * others are as last read or written.
 */
export class StaleBlocks {
  /** Stale sites; undefined means all. */
  private sites?: Set<string>;

  /** Marks everything as stale. */
  all(): void {
    this.sites = undefined;
  }

  get isEverything(): boolean {
    return this.sites === undefined;
  }

  /**
   * @param known the places of the blocks; undefined if nothing is known yet
   * @returns the sites of cells that were typed over
   */
  hear(edit: Edit, record: NotebookRecord, known: Reading | undefined): Site[] {
    if (sheetOf(record, edit.worksheetId) === undefined) return [];
    const touched = touchedBy(edit, record, known);
    // Cells moved, so no block's place is certain.
    if (!edit.typing || !known) this.all();
    for (const site of touched) this.sites?.add(siteId(site));
    return touched;
  }

  /** Removes and returns the stale sites, undefined for all. */
  take(): Set<string> | undefined {
    const taken = this.sites;
    this.sites = new Set();
    return taken;
  }
}

/** The sites of cells that were changed, as far as it is known where they stand. */
export function touchedBy(
  { worksheetId, address }: Edit,
  record: NotebookRecord,
  known: Reading | undefined,
): Site[] {
  const key = sheetOf(record, worksheetId);
  if (key === undefined || !known) return [];
  return known.overlapping(key, parseA1(address));
}
