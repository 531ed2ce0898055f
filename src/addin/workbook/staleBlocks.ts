import { sheetOf, type NotebookRecord } from '../../excel/notebook/notebookRecord';
import type { Reading } from '../../excel/read/reading';
import { siteId, sites } from '../../excel/read/site';
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

  /** @param known where the blocks stand; undefined when nothing is known yet */
  hear({ worksheetId, address, typing }: Edit, record: NotebookRecord, known: Reading | undefined): void {
    const key = sheetOf(record, worksheetId);
    if (key === undefined || !this.sites) return;
    // Cells moved, or somebody else changed them.
    if (!typing || !known) {
      this.all();
      return;
    }
    const area = parseA1(address);
    for (const site of sites(known.plan)) {
      const found = site.key === key && known.found.get(siteId(site));
      if (found && overlap(area, found.rect)) this.sites.add(siteId(site));
    }
  }

  /** What is stale now, undefined for everything; what comes later is stale again. */
  take(): Set<string> | undefined {
    const taken = this.sites;
    this.sites = new Set();
    return taken;
  }
}
