import type { Reading } from '../../../excel/read/reading';
import { siteId, type Site } from '../../../excel/read/site';
import type { Edit } from '../../../excel/read/watch';
import { isText } from '../../../notebook/sheet/block';
import type { CurrentReading } from './currentReading';
import type { WrittenCells } from './writtenCells';

/** Excel tells of the add-in's own writes, too, and some time later: what of that is an echo, and what a person's doing. */
export class Echoes {
  constructor(
    private readonly reading: CurrentReading,
    private readonly cells: WrittenCells,
  ) {}

  /** Is an event about a change of the add-in's own the echo of a write? Otherwise a person undid or redid one. */
  isEcho(edit: Edit): boolean {
    const touched = this.reading.touchedBy(edit);
    // Words are written by themselves: numbers that are written as one range leave their cell among them alone.
    const written = touched.length > 1 ? touched.filter(({ block }) => !isText(block)) : touched;
    return this.cells.memory.isEcho(written.map(siteId));
  }

  /** What a person typed was written once more, where a write of ours had gone over it. */
  rewrote(edit: Edit): void {
    this.reading.heard(edit);
    for (const site of this.reading.touchedBy(edit)) this.cells.memory.awaitEcho(siteId(site));
  }

  /** What was written there was undone, and is to be written again. */
  goOver(edit: Edit): void {
    for (const site of this.reading.touchedBy(edit)) this.cells.forget(site);
  }

  /** An edit of which Excel has just told, with the time, if all that was written into its cells was told before. */
  dated(edit: Edit): Edit {
    const isSettled = this.reading
      .touchedBy(edit)
      .every((site) => !this.cells.memory.isEchoDue(siteId(site)));
    return isSettled ? { ...edit, settledAt: performance.now() } : edit;
  }

  /** Do the cells of a site hold exactly what was written into them a moment ago, and may have gone over an edit? */
  isJustWritten(site: Site, reading: Reading, { settledAt }: Edit): boolean {
    const id = siteId(site);
    return this.cells.memory.isJustWritten(id, reading.values.get(id), settledAt);
  }
}
