import { sheetOf, type NotebookRecord } from '../../excel/notebook/notebookRecord';
import type { Reading } from '../../excel/read/reading';
import { siteId, sites, type Site } from '../../excel/read/site';
import type { Edit } from '../../excel/read/watch';
import { overlap, parseA1 } from '../../notebook/sheet/address';

/**
 * Dirty set: blocks whose cached cells may be stale. Excel reports every change of cells, whoever made it; all that it
 * has not reported is as it was read or written last.
 */
export class StaleBlocks {
  /** By site; undefined: all of them. */
  private sites?: Set<string>;

  /** Nothing is known, or what is known is of no use. */
  all(): void {
    this.sites = undefined;
  }

  get isEverything(): boolean {
    return this.sites === undefined;
  }

  /**
   * @param known where the blocks stand; undefined when nothing is known yet
   * @returns the sites of cells that were typed over
   */
  hear(edit: Edit, record: NotebookRecord, known: Reading | undefined): Site[] {
    if (sheetOf(record, edit.worksheetId) === undefined) return [];
    const touched = touchedBy(edit, record, known);
    // Cells moved: nothing stands where it stood.
    if (!edit.typing || !known) this.all();
    for (const site of touched) this.sites?.add(siteId(site));
    return touched;
  }

  /** What is stale now, undefined for everything; what comes later is stale again. */
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
  const area = parseA1(address);
  return sites(known.plan).filter((site) => {
    const found = site.key === key && known.found.get(siteId(site));
    return found && overlap(area, found.rect);
  });
}
