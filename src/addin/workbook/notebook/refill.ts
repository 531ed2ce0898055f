import type { Reading } from '../../../excel/read/reading';
import { siteId, sites, type Site } from '../../../excel/read/site';
import type { Plan } from '../../../notebook/sheet/plan';
import type { Trainer } from '../../../training/trainer';
import { refilled } from './mergedCells';
import type { TakenNumbers } from './takenNumbers';
import type { WrittenCells } from './writtenCells';

/** Gives the blank cells among those that may be typed into the numbers that they held. */
export class Refill {
  constructor(
    private readonly plan: Plan,
    private readonly trainer: Trainer,
    private readonly numbers: TakenNumbers,
    private readonly cells: WrittenCells,
  ) {}

  /** With what they held when they were last read. @returns the sites that had some */
  lastKnown(reading: Reading, among: readonly Site[] = sites(this.plan)): Site[] {
    return this.fill(reading, among, (site) => this.numbers.lastKnown(site));
  }

  /** With the numbers that were drawn, where undo took back the drawing before the cells were ever read. */
  asDrawn(reading: Reading, drawn: Trainer): Site[] {
    const filled = this.fill(reading, sites(this.plan), ({ key, block }) => drawn.valuesFor(key, block));
    if (filled.length) this.trainer.compute();
    return filled;
  }

  private fill(
    reading: Reading,
    among: readonly Site[],
    knownOf: (site: Site) => ArrayLike<number> | undefined,
  ): Site[] {
    return among.filter((site) => {
      if (!site.block.editable || !reading.hasBadCell(site)) return false;
      const { key, block } = site;
      const known = knownOf(site);
      const values = known && refilled(reading, site, known);
      if (!values) return false;
      this.trainer.accept(key, block, values);
      reading.forgive(site);
      reading.fresh.delete(siteId(site));
      this.cells.forget(site);
      return true;
    });
  }
}
