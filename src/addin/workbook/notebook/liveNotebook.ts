import { mayBeOver } from '../../../excel/context';
import type { NotebookRecord } from '../../../excel/notebook/notebookRecord';
import { drawPlan } from '../../../excel/notebook/draw';
import { ProtectedError, protectionBehind } from '../../../excel/protection';
import { queueAgain } from '../../../excel/takeBack';
import type { MergedArea } from '../../../excel/read/mergedAreas';
import type { Reading } from '../../../excel/read/reading';
import { siteId, sites, type Site } from '../../../excel/read/site';
import type { Selected } from '../../../excel/read/activeCell';
import type { Edit } from '../../../excel/read/watch';
import type { Rect } from '../../../notebook/sheet/address';
import { planNotebook } from '../../../notebook/layout/planNotebook';
import type { Plan, SheetKey } from '../../../notebook/sheet/plan';
import { NotebookError } from '../../faults';
import type { Likeness } from './cellMemory';
import { CurrentReading } from './currentReading';
import { Echoes } from './echoes';
import { MergedCells, sitesIn } from './mergedCells';
import { Refill } from './refill';
import type { CheckedInputs, UntoldEdits } from './untoldEdits';
import { neededSheets } from './neededSheets';
import { drawsMasks, takeSheetMasks } from './sheetMasks';
import { isCovered, type ShownFormulas } from './shownFormulas';
import { isCount } from './siteKinds';
import { TakenNumbers } from './takenNumbers';
import { TrainingPast } from './trainingPast';
import type { Journal } from '../../../training/journal/journal';
import type { LossPoint } from '../../../training/advice/mistakes';
import type { Trainer } from '../../../training/trainer';
import { WrittenCells, type Outcome } from './writtenCells';

/** A notebook of the open workbook: its plan, its numbers, and what its cells are known to hold. */
export class LiveNotebook {
  readonly plan: Plan;
  /** How it was trained. */
  readonly past: TrainingPast;
  /** What the trainer has of its cells. */
  readonly numbers: TakenNumbers;
  readonly echoes: Echoes;
  readonly refill: Refill;
  private readonly cells: WrittenCells;
  private readonly reading: CurrentReading;
  private readonly merged = new MergedCells();
  /** Whether the engine's results are up to date with all inputs. */
  private isSettled = false;

  constructor(
    public record: NotebookRecord,
    readonly trainer: Trainer,
    /** The losses of its steps, as the workbook told them when it was opened. */
    curve: readonly LossPoint[] = [],
  ) {
    this.plan = planNotebook(record.spec, record.names.values);
    this.past = new TrainingPast(trainer, curve);
    this.cells = new WrittenCells(this.plan, trainer, () => this.record.formulas ?? []);
    this.numbers = new TakenNumbers(this.plan, trainer, this.cells.memory);
    this.reading = new CurrentReading(
      this.plan,
      () => this.record,
      (touched, { isRemote }) => {
        this.merged.hear(touched);
        if (isRemote) for (const site of touched) this.changedElsewhere(site);
      },
    );
    this.echoes = new Echoes(this.reading, this.cells);
    this.refill = new Refill(this.plan, trainer, this.numbers, this.cells);
  }

  /** Which blocks hold formulas. */
  get formulas(): ShownFormulas {
    return this.cells.formulas;
  }

  /** Whether somebody's own formulas stand in cells that are typed into, as far as is known. */
  get holdsOwnFormulas(): boolean {
    return (this.reading.known?.formulas.length ?? 0) > 0;
  }

  get title(): string {
    return this.record.names.values;
  }

  /** Changes that Excel did not report. */
  get untold(): UntoldEdits {
    return this.reading.untold;
  }

  /** Where a block stood when the cells were last read; undefined if they never were, or the block was gone. */
  placeOf(key: SheetKey, block: string): Rect | undefined {
    return this.reading.placeOf(key, block);
  }

  /** A person did something to the workbook. */
  heard(edit: Edit): void {
    this.reading.heard(edit);
  }

  /** Another client has written there: what, is not known. (An edit here is put back, or was ours and is undone.) */
  private changedElsewhere(site: Site): void {
    this.cells.forget(site);
    this.numbers.lose(site);
  }

  /** A person selected cells, and may edit them. @returns whether a choice from a list may have been made before */
  select(selected: Selected): boolean {
    this.merged.select(selected, this.record, this.reading.known);
    return this.reading.select(selected);
  }

  /** Nothing counts as known any more: the next look is at all cells. */
  markStale(): void {
    this.reading.markStale();
    this.isSettled = false;
  }

  /**
   * The cells as they are now, and the trainer's numbers that follow from them. Only what a person touched since the last
   * look is read, and what may have changed by itself, because it is a formula of a person's; where there is neither, no
   * request is needed. Anything unusual, such as inserted rows, has everything read.
   * @throws NotebookError where cells are merged
   * @param asksPlaces also ask, without reading cells, whether all blocks stand where they stood: Excel may not have reported it yet
   */
  async look(context: Excel.RequestContext, asksPlaces: boolean): Promise<Reading> {
    const reading = await this.numbers.from(() => this.readStale(context, asksPlaces));
    this.overwriteComputed(reading);
    if (reading.fresh.size || !this.isSettled) this.trainer.compute();
    // Whoever looks may go on to change numbers.
    this.isSettled = false;
    return reading;
  }

  /** What was written follows from all that is known. */
  settle(): void {
    this.isSettled = true;
  }

  /** What all cells that hold state hold now, whatever the engine's numbers are; one request. */
  read(context: Excel.RequestContext): Promise<Reading> {
    return this.reading.read(context);
  }

  /** The cells as they are now, of which only those are read that may hold something else than is known. */
  async readStale(context: Excel.RequestContext, asksPlaces = false): Promise<Reading> {
    const reading = await this.reading.readStale(context, asksPlaces);
    const unmerged = await this.merged.refuse(context, reading);
    if (unmerged.length) await this.restore(context, reading, unmerged);
    return reading;
  }

  /** Cells were merged, and are not any more: those that are blank since then are to hold what they held. */
  private async restore(
    context: Excel.RequestContext,
    reading: Reading,
    unmerged: readonly MergedArea[],
  ): Promise<void> {
    const touched = sitesIn(reading, unmerged);
    this.refill.lastKnown(reading, touched);
    const computed = touched.filter(({ block }) => !block.editable);
    if (computed.length === 0) return;
    const now = await this.readComputed(context, computed);
    for (const site of computed) if (this.likeness(site, now) === 'new') this.cells.forget(site);
  }

  /** Its sheets were repaired: every cell is read and written anew. */
  repaired(): void {
    this.cells.forgetAll();
    this.markStale();
  }

  /** The cells as they are now, while the engine is ahead of them: it takes only what a person has just typed. */
  async readAhead(context: Excel.RequestContext): Promise<Reading> {
    const { isStale } = this.reading;
    const reading = await this.readStale(context);
    // What came from elsewhere is read again when the engine is not ahead any more.
    if (isStale) this.reading.markStale();
    return reading;
  }

  /** A workbook was opened: learn what all its cells hold; the step counter goes on from its cell. */
  async open(context: Excel.RequestContext): Promise<Reading> {
    const reading = await this.reading.readEverything(context);
    this.numbers.takeAll(reading);
    await this.takeMasks(context);
    for (const site of sites(this.plan)) {
      const contents = reading.contentsOf(site);
      if (contents !== undefined && !site.block.editable) this.cells.memory.note(siteId(site), contents);
    }
    this.trainer.compute();
    return reading;
  }

  /** Whether the sheet draws masks itself, anew whenever it is calculated. */
  get drawsMasks(): boolean {
    return drawsMasks(this.plan);
  }

  /**
   * Takes the masks that the sheet shows now, if it draws them itself, and computes with them.
   * @throws NotebookError where they are gone
   */
  async takeMasks(context: Excel.RequestContext): Promise<void> {
    if (this.drawsMasks) await takeSheetMasks(context, this.record.place.values, this.plan, this.trainer);
  }

  /** What computed sites hold now, and the counters; of all other sites what is known. One request. */
  async readComputed(context: Excel.RequestContext, computed: readonly Site[]): Promise<Reading> {
    const counts = sites(this.plan).filter(
      (site) => isCount(site) && !computed.some((each) => siteId(each) === siteId(site)),
    );
    return this.reading.readComputed(context, [...computed, ...counts]);
  }

  /** Beside what is known of a site, and was before: what it holds now, where that can be compared. */
  likeness(site: Site, reading: Reading): Likeness {
    const contents = reading.contentsOf(site) ?? reading.asText(site);
    return contents === undefined ? 'new' : this.cells.memory.compare(siteId(site), contents);
  }

  /** Undo or redo brought back what these computed sites hold now; the step counters among them are taken, too. */
  takeRestored(restored: readonly Site[], reading: Reading): void {
    for (const site of restored) this.cells.restored(site, reading);
    this.numbers.restored(restored, reading);
  }

  /** A person typed over computed sites; they are about to be put back. */
  refuse(typed: readonly Site[], reading: Reading): void {
    for (const site of typed) {
      const contents = reading.contentsOf(site) ?? reading.asText(site);
      if (contents !== undefined) this.cells.memory.refuse(siteId(site), contents);
    }
  }

  /** No text in a computed cell, such as undo may bring back, stands in the way: the engine knows the number. */
  overwriteComputed(reading: Reading): void {
    for (const site of sites(this.plan)) {
      if (site.block.editable || !reading.hasBadCell(site)) continue;
      reading.forgive(site);
      this.cells.forget(site);
    }
  }

  /** Does anything stand in the cells that does not follow from the engine's numbers? */
  isBehind(reading: Reading): boolean {
    return this.cells.isBehind(reading);
  }

  /** The cells of a site were read, and hold this now. */
  note(site: Site, values: ArrayLike<number>): void {
    this.cells.memory.note(siteId(site), values);
  }

  /**
   * Settings that are formulas of a person's, as they are now that the cells on which they may rest were written.
   * @returns undefined where no setting is a formula
   */
  async readSettings(context: Excel.RequestContext, reading: Reading): Promise<Reading | undefined> {
    const blocks = reading.formulas.filter(({ block }) => block.source.kind === 'setting');
    if (blocks.length === 0) return undefined;
    const now = await this.reading.readAgain(context, reading, blocks);
    for (const { key, block } of blocks) {
      const values = now.values.get(siteId({ key, block }));
      if (!values) continue;
      this.trainer.accept(key, block, values);
      this.note({ key, block }, values);
    }
    this.trainer.compute();
    return now;
  }

  /** From where steps can be taken back; undefined where its code cannot be loaded. */
  openJournal(context: Excel.RequestContext): Promise<Journal | undefined> {
    // Where the sheet draws masks, nobody knows which ones led to a step that was taken before.
    return this.past.openJournal(context, this.drawsMasks ? undefined : this.record.place.values);
  }

  /**
   * Write what changed; what depends on a cell with a problem keeps what it shows.
   * @param inputs which cells to check for changes that Excel did not report
   */
  async write(
    context: Excel.RequestContext,
    reading: Reading,
    outcome?: Outcome,
    inputs: CheckedInputs = 'byHand',
  ): Promise<void> {
    if (!outcome?.still) {
      this.numbers.written();
      this.noteChanges();
    }
    const checked = this.untold.take(reading, inputs);
    const before = new Map(reading.values);
    const write = async (sites: readonly Site[]) =>
      this.reading.find(await this.cells.write(context, reading, outcome, sites));
    try {
      await write(checked);
    } catch (error) {
      queueAgain(context);
      const isProtected = await protectionBehind(error, Object.values(this.record.place));
      const reason = isProtected ?? (await this.tornBlock(context));
      if (reason || !mayBeOver(error)) await this.lose(context, reading, reason ?? error);
      // The reason may be over by now: everything is written once more. Of cells that were to be changed nobody knows
      // which have been.
      const unchanged = checked.filter(
        (site) => reading.values.get(siteId(site)) === before.get(siteId(site)),
      );
      await write(unchanged).catch((again: unknown) => this.lose(context, reading, again));
    }
  }

  /** What was to be written is not, or not all of it; the cells are what counts. */
  private async lose(context: Excel.RequestContext, reading: Reading, reason: unknown): Promise<never> {
    this.markStale();
    this.numbers.loseCounts();
    this.past.lose();
    // Sheets that are not protected were written before the one that is.
    if (reason instanceof ProtectedError) await this.cells.putBack(context, reading);
    throw reason;
  }

  /** The sites that are to be formulas, and are none yet. */
  formulasToFill({ found }: Reading): Site[] {
    const covered = this.record.formulas ?? [];
    return sites(this.plan).filter(
      (site) => isCovered(covered, site) && found.has(siteId(site)) && !this.formulas.isShown(site),
    );
  }

  /** Writes the formulas of some of them, ahead of all else. */
  fillFormulas(context: Excel.RequestContext, reading: Reading, some: readonly Site[]): Promise<void> {
    return this.cells.fillFormulas(context, reading, some);
  }

  private noteChanges(): void {
    const { changes } = this.trainer;
    changes.since = this.record.changes ?? 'last';
    changes.note(this.plan.sheets.changes.blocks);
  }

  /** Cells were inserted or deleted, and Excel has not reported it yet: then that is why it refused the numbers. */
  private async tornBlock(context: Excel.RequestContext): Promise<NotebookError | undefined> {
    const now = await this.read(context).catch(() => undefined);
    const torn = now?.problems.find(({ cell }) => !cell);
    return torn && new NotebookError(torn.message);
  }

  /** Draw anew the sheets that were deleted, with the numbers that the engine still knows. */
  async redraw(context: Excel.RequestContext, reading: Reading): Promise<void> {
    const keys = this.absent(reading);
    const place = await drawPlan(context, this.plan, this.trainer, keys);
    this.record = { ...this.record, place: { ...this.record.place, ...place } };
    this.cells.redrawn(keys);
    this.reading.forgetPlaces(keys);
  }

  /** The sheets that should be there and are not: deleted, or needed by the optimiser for the first time. */
  absent(reading: Reading): SheetKey[] {
    return this.sheets.filter((key) => reading.missing.includes(key) || this.record.place[key] === undefined);
  }

  /** Is a sheet missing, as far as is known? */
  get isIncomplete(): boolean {
    const { known } = this.reading;
    return known !== undefined && this.absent(known).length > 0;
  }

  /** Does the notebook need this sheet, as its settings are? */
  needs(key: SheetKey): boolean {
    return this.sheets.includes(key);
  }

  /** The sheets that the notebook needs. */
  private get sheets(): SheetKey[] {
    return neededSheets(this.plan, this.record, this.trainer);
  }
}
