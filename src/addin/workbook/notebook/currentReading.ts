import type { NotebookRecord } from '../../../excel/notebook/notebookRecord';
import type { Selected } from '../../../excel/read/activeCell';
import { Reading } from '../../../excel/read/reading';
import type { Whereabouts } from '../../../excel/read/reader';
import { holdsState, siteId, siteIdOf, sites, type Site } from '../../../excel/read/site';
import type { Edit } from '../../../excel/read/watch';
import type { Rect } from '../../../notebook/sheet/address';
import type { Plan, SheetKey } from '../../../notebook/sheet/plan';
import { StaleBlocks, touchedBy } from './staleBlocks';
import { UntoldEdits } from './untoldEdits';

/** From so many blocks on it is simpler to read all of them. */
const MANY = 100;

/** The latest reading of a notebook's cells, and what of it may be out of date and is to be read again. */
export class CurrentReading {
  /** What is known of the cells, but for what is stale. */
  private latest?: Reading;
  private readonly whereabouts: Whereabouts = new Map();
  private readonly stale = new StaleBlocks();
  /** Changes that Excel did not report: which cells are checked for them, and what was found. */
  readonly untold = new UntoldEdits();

  /** @param record the notebook's record as it is at the time, which says on which sheets it lies */
  constructor(
    private readonly plan: Plan,
    private readonly record: () => NotebookRecord,
    /** Called with the sites in which an edit, here or in another client, changed cells. */
    private readonly changed: (touched: readonly Site[], edit: Edit) => void,
  ) {}

  /** Undefined before the first one. */
  get known(): Reading | undefined {
    return this.latest;
  }

  /** Where a block stood when the cells were last read; undefined if they never were, or the block was gone. */
  placeOf(key: SheetKey, block: string): Rect | undefined {
    return this.whereabouts.get(siteIdOf(key, block));
  }

  /** Some sheets were drawn anew, with all blocks at their planned places. */
  forgetPlaces(keys: readonly SheetKey[]): void {
    for (const { key, block } of sites(this.plan).filter((site) => keys.includes(site.key)))
      this.whereabouts.delete(siteId({ key, block }));
  }

  /** A person did something to the workbook. */
  heard(edit: Edit): void {
    this.changed(this.stale.hear(edit, this.record(), this.latest), edit);
  }

  /** The sites in which an edit changed cells, as far as their places are known. */
  touchedBy(edit: Edit): Site[] {
    return touchedBy(edit, this.record(), this.latest);
  }

  /** A person selected cells, and may edit them. @returns whether a choice from a list may have been made before */
  select(selected: Selected): boolean {
    return this.untold.select(selected, this.record(), this.latest);
  }

  /** Changes were found that Excel did not report. @returns whether there are any */
  find(edits: readonly Edit[]): boolean {
    for (const edit of edits) this.heard(edit);
    this.untold.found.push(...edits);
    return edits.length > 0;
  }

  /** Whether the next reading is of all cells. */
  get isStale(): boolean {
    return this.stale.isEverything;
  }

  /** The next reading is of all cells. */
  markStale(): void {
    this.stale.all();
  }

  /** What all cells that hold state hold now; one request. */
  async read(context: Excel.RequestContext): Promise<Reading> {
    const options = { formulas: this.latest?.formulas };
    this.latest = await Reading.of(context, this.plan, this.record(), this.whereabouts, options);
    return this.latest;
  }

  /** What all cells hold now, those included that are only written; one request. */
  async readEverything(context: Excel.RequestContext): Promise<Reading> {
    this.stale.take();
    this.latest = await this.everything(context);
    return this.latest;
  }

  /** The cells as they are now, of which only those are read that may hold something else than is known. */
  async readStale(context: Excel.RequestContext, asksPlaces = false): Promise<Reading> {
    let reading = (await this.readSome(context, asksPlaces)) ?? (await this.read(context));
    if (this.find(reading.untold))
      reading = (await this.readSome(context, false)) ?? (await this.read(context));
    this.latest = reading;
    return reading;
  }

  /** Some sites as they are now, all others as in an earlier reading; becomes the latest. One request. */
  async readAgain(
    context: Excel.RequestContext,
    earlier: Reading,
    blocks: readonly Site[],
  ): Promise<Reading> {
    this.latest = (await earlier.again(context, { blocks, places: false })) ?? (await this.read(context));
    return this.latest;
  }

  /** Computed sites as they are now, all others as known; the latest reading stays what it is. One request. */
  async readComputed(context: Excel.RequestContext, blocks: readonly Site[]): Promise<Reading> {
    return (await this.latest?.again(context, { blocks, places: false })) ?? (await this.everything(context));
  }

  private everything(context: Excel.RequestContext): Promise<Reading> {
    return Reading.of(context, this.plan, this.record(), this.whereabouts, { everything: true });
  }

  private async readSome(context: Excel.RequestContext, asksPlaces: boolean): Promise<Reading | undefined> {
    const { latest } = this;
    const stale = this.stale.take();
    if (!latest || !stale) return undefined;
    for (const site of latest.formulas) stale.add(siteId(site));
    const again = sites(this.plan).filter((site) => stale.has(siteId(site)) && holdsState(site));
    if (again.length > MANY) return undefined;
    // Formulas name cells and sheets: where they may be due, it matters that nothing has moved unheard.
    const places = asksPlaces || (this.record().formulas ?? []).length > 0;
    if (again.length === 0 && !places) return latest.again(context, { blocks: [], places });
    const checked = this.untold
      .take(latest, asksPlaces ? 'all' : 'byHand')
      .filter((site) => !stale.has(siteId(site)));
    return latest.again(context, { blocks: again, places, checked });
  }
}
