import type { OptimiserName } from '../../../engine/optimisers';
import type { Reading } from '../../../excel/read/reading';
import { siteId, sites, type Site } from '../../../excel/read/site';
import type { Plan } from '../../../notebook/sheet/plan';
import type { Trainer } from '../../../training/trainer';
import type { CellMemory } from './cellMemory';
import { isCount, isOptimiserMemory } from './siteKinds';

/**
 * What only the cells know: how many steps were taken, after a write failed or another client took some; and that the
 * optimiser's memory is that of another client's step.
 */
interface Lost {
  readonly counts: boolean;
  readonly memory: boolean;
}

const NOTHING: Lost = { counts: false, memory: false };

/** What the trainer takes over from a notebook's cells: the cells are the state. */
export class TakenNumbers {
  /** The sites whose cells the engine has taken: of these it knows what they held. */
  private readonly taken = new Set<string>();
  private lost = NOTHING;
  /** Undo or redo took back what was written last. */
  private isUndoing = false;
  /** The optimiser before, if what was written last is the answer to another. */
  private switchedFrom?: OptimiserName;
  /** The optimiser before, if the next writing is the answer to another. */
  private switching?: OptimiserName;

  constructor(
    private readonly plan: Plan,
    private readonly trainer: Trainer,
    private readonly memory: CellMemory,
  ) {}

  /** Another client has written there: what, is not known. */
  lose(site: Site): void {
    if (isCount(site)) this.loseCounts();
    if (isOptimiserMemory(site)) this.lost = { ...this.lost, memory: true };
  }

  loseCounts(): void {
    this.lost = { ...this.lost, counts: true };
  }

  /** Reads cells, and takes over what they hold. What others write meanwhile is for the next time. */
  async from(read: () => Promise<Reading>): Promise<Reading> {
    const { lost } = this;
    this.lost = NOTHING;
    const reading = await read().catch((error: unknown) => {
      this.lost = { counts: this.lost.counts || lost.counts, memory: this.lost.memory || lost.memory };
      throw error;
    });
    this.take(reading);
    if (lost.counts) this.takeCounts(reading);
    const { memoryOwner, settings } = this.trainer;
    // Undo brings back the optimiser's memory before the optimiser.
    const isSwitchedBack = this.isUndoing && settings.optimiser === this.switchedFrom;
    if (lost.memory || isSwitchedBack) this.trainer.trustMemory();
    if (memoryOwner !== settings.optimiser) this.switching = memoryOwner;
    return reading;
  }

  /** Takes over what the cells of a workbook hold that was opened; the step counter goes on from its cell. */
  takeAll(reading: Reading): void {
    this.take(reading);
    this.trainer.trustMemory();
    this.takeCounts(reading);
  }

  /** Undo or redo brought back what these sites hold now; the step counters among them are taken. */
  restored(sites: readonly Site[], reading: Reading): void {
    if (sites.length) this.isUndoing = true;
    if (sites.some(isCount)) this.takeCounts(reading);
  }

  /** What follows from what was taken was written. */
  written(): void {
    this.isUndoing = false;
    this.switchedFrom = this.switching;
    this.switching = undefined;
  }

  /** What cells that may be typed into held when they last held numbers; undefined if that was before the workbook was opened. */
  lastKnown({ key, block }: Site): ArrayLike<number> | undefined {
    return this.taken.has(siteId({ key, block })) ? this.trainer.valuesFor(key, block) : undefined;
  }

  /** Takes every number that a person may have typed, where it was read. */
  private take(reading: Reading): void {
    for (const site of sites(this.plan)) {
      const id = siteId(site);
      const values = reading.values.get(id);
      if (!values || !site.block.editable || !reading.fresh.has(id)) continue;
      this.taken.add(id);
      this.trainer.accept(site.key, site.block, values);
      if (this.memory.compare(id, values) === 'new') reading.news.add(id);
      this.memory.note(id, values);
    }
  }

  private takeCounts(reading: Reading): void {
    for (const site of sites(this.plan).filter(isCount)) {
      const values = reading.values.get(siteId(site));
      if (values) this.trainer.accept(site.key, site.block, values);
    }
  }
}
