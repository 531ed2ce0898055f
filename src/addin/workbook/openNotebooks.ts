import { loadKernels, type Kernels } from '../../engine/kernels';
import { activeSheetId } from '../../excel/context';
import { showSheet } from '../../excel/front';
import { ifItFails } from '../../excel/takeBack';
import {
  readRecords,
  sheetOf,
  upgraded,
  writeRecords,
  type NotebookRecord,
} from '../../excel/notebook/notebookRecord';
import { forgetParts } from '../../excel/notebook/journalParts';
import { keepCurve, keptCurve } from '../../excel/notebook/keptCurve';
import { renameOldNames } from '../../excel/notebook/oldNames';
import type { Reading } from '../../excel/read/reading';
import { SHEET_KEYS, type SheetKey } from '../../notebook/sheet/plan';
import type { NotebookSpec } from '../../notebook/sheet/spec';
import type { LossPoint } from '../../training/advice/mistakes';
import { openImages, type Images } from '../../training/images';
import { Trainer } from '../../training/trainer';
import { loaded } from '../loaded';
import { Signal } from '../signal';
import { LiveNotebook } from './notebook/liveNotebook';
import { setInWorkbook } from './workbookImages';

/** The notebooks of the workbook. The active one is that of the sheet the user is looking at. */
export class OpenNotebooks {
  active?: LiveNotebook;
  /** A person has taken back what had just been drawn of the active notebook: its labels are to be put in order. */
  readonly undrawn = new Signal();
  /** The notebook about to become active, while its cells are first read. */
  private opening?: LiveNotebook;
  /** The notebook that was drawn to stand in another's place, until its cells are read. */
  private coming?: NotebookRecord;
  private records: NotebookRecord[] = [];
  /** Records that cannot be read, which are written again as they are. */
  private others: readonly object[] = [];
  /** Id of the worksheet activated last. */
  private frontSheet = '';
  private kernels?: Kernels;
  /** Whether somebody else has the workbook open: changes came from elsewhere. */
  hasCoauthors = false;
  /** Ids of value sheets that were deleted: a co-author's add-in may not have removed their records yet. */
  private readonly gone = new Set<string>();

  /** Finds the workbook's notebooks and opens the one of the active sheet, or else the newest. */
  async open(context: Excel.RequestContext): Promise<Reading | undefined> {
    const { records, others } = await readRecords(context);
    Object.assign(this, { records, others });
    this.frontSheet = await activeSheetId(context);
    return this.openAtActiveSheet(context);
  }

  /**
   * Loads the fast kernels, before the first notebook is opened; without them everything works, but slower.
   * Their results are bit for bit those of the page's formulas where terms cancel: an edge detector gives
   * exactly 0 on a flat area, while a fused multiply-add could leave 1e-17, and which side of 0 that is
   * decides whether a ReLU passes a gradient.
   */
  async loadKernels(): Promise<void> {
    this.kernels ??= await loadKernels().catch(() => undefined);
  }

  /** A trainer for a notebook, with the fastest kernels of this machine. */
  trainerFor(spec: NotebookSpec, images: Images): Trainer {
    return new Trainer(spec, images, this.kernels);
  }

  /** Opens the notebook of the active sheet, if it is not the active one. */
  async openAtActiveSheet(context: Excel.RequestContext, mayWrite = true): Promise<Reading | undefined> {
    const record = this.recordOf(this.frontSheet) ?? this.active?.record ?? this.records.at(-1);
    if (!record || record === this.active?.record) return undefined;
    return this.reopen(context, record, { mayWrite });
  }

  /**
   * Reads the records again, since a co-author's add-in may have drawn, replaced or changed notebooks. Writes nothing.
   * @returns the cells of the notebook that became the active one, if another did
   */
  async takeInRecords(context: Excel.RequestContext): Promise<Reading | undefined> {
    await this.readAgain(context);
    const { active } = this;
    if (!active) return this.openAtActiveSheet(context, false);
    const record = this.records.find(({ place }) => place.values === active.record.place.values);
    if (record === active.record) return undefined;
    if (!record) {
      this.active = undefined;
      return this.openAtActiveSheet(context, false);
    }
    if (!isEqual({ ...active.record, spec: record.spec }, active.record))
      return this.reopen(context, record, { mayWrite: false });
    active.record = record;
    active.markStale();
    return undefined;
  }

  private async readAgain(context: Excel.RequestContext): Promise<void> {
    const { records, others } = await readRecords(context);
    this.others = others;
    const stored = records.filter(({ place }) => !this.gone.has(place.values));
    this.records = stored.map((record) => this.records.find((known) => isEqual(known, record)) ?? record);
  }

  /**
   * Makes a newly drawn notebook the active one.
   * @param drawn the numbers with which it was drawn; undefined where they were there before
   */
  async add(
    context: Excel.RequestContext,
    record: NotebookRecord,
    drawn?: Trainer,
  ): Promise<Reading | undefined> {
    // Those that were stored without any event, after a co-author's sheets were drawn, are to stay.
    if (this.hasCoauthors) await this.readAgain(context);
    this.takeBackIfItFails(context);
    this.records = [...this.records.filter(({ place }) => place.values !== record.place.values), record];
    this.frontSheet = record.place.values;
    this.store(context, this.records);
    await showSheet(context, record.place.values);
    return this.reopen(context, record, { drawn });
  }

  /** The notebook on a value sheet, read from its cells; undefined if there is none. */
  async notebookAt(context: Excel.RequestContext, values?: string): Promise<LiveNotebook | undefined> {
    if (this.active?.record.place.values === values) return this.active;
    const record = this.records.find(({ place }) => place.values === values);
    if (!record) return undefined;
    const notebook = await this.liven(record);
    const reading = await notebook.open(context);
    return reading.missing.includes('values') ? undefined : notebook;
  }

  /**
   * Does what deletes the sheets of a notebook to put those of another in their place: nothing is said of their deletion, and
   * what is typed into the others is waited with until they are read.
   */
  async replacing<T>({ place }: NotebookRecord, other: NotebookRecord, work: () => Promise<T>): Promise<T> {
    this.gone.add(place.values);
    this.coming = other;
    try {
      return await work();
    } catch (error) {
      this.gone.delete(place.values);
      this.coming = undefined;
      throw error;
    }
  }

  /** Whether a sheet is one of those that were drawn to stand in the place of others, and are not read yet. */
  isComing(worksheetId: string): boolean {
    return this.coming !== undefined && sheetOf(this.coming, worksheetId) !== undefined;
  }

  /** Whether the value sheet of a notebook was deleted, or is being replaced. */
  isGone({ place }: NotebookRecord): boolean {
    return this.gone.has(place.values);
  }

  /** Call when a notebook was drawn in place of another, whose sheets are gone. */
  async replace(
    context: Excel.RequestContext,
    old: NotebookRecord | undefined,
    record: NotebookRecord,
    drawn: Trainer,
  ): Promise<Reading | undefined> {
    if (old) forgetTraining(context, old.place.values);
    if (old) this.records = this.records.filter((each) => each.place.values !== old.place.values);
    return this.add(context, record, drawn);
  }

  /**
   * Makes a notebook active, reading its record and cells again.
   * @param options.drawn the numbers with which it was drawn a moment ago
   */
  async reopen(
    context: Excel.RequestContext,
    record: NotebookRecord,
    { mayWrite = true, drawn }: { readonly mayWrite?: boolean; readonly drawn?: Trainer } = {},
  ): Promise<Reading | undefined> {
    const notebook = await this.liven(record, await keptCurve(context, record.place.values));
    this.opening = notebook;
    try {
      await renameOldNames(context, record);
      const reading = await this.read(context, notebook);
      await this.takeLoggedCurve(context, notebook);
      if (reading) this.active = notebook;
      const undrawn = reading && drawn ? notebook.refill.asDrawn(reading, drawn) : [];
      // Edits made while the add-in was not running, or attended to another notebook, are handled now.
      if (reading && mayWrite) await notebook.write(context, reading);
      if (undrawn.length) this.undrawn.send();
      return reading;
    } finally {
      this.opening = undefined;
      this.coming = undefined;
    }
  }

  /** Queues a change of a notebook's record. */
  change(context: Excel.RequestContext, notebook: LiveNotebook, change: Partial<NotebookRecord>): void {
    this.takeBackIfItFails(context);
    const before = notebook.record;
    notebook.record = { ...before, ...change };
    this.records = this.records.map((record) => (record === before ? notebook.record : record));
    this.store(context, this.records);
  }

  private store(context: Excel.RequestContext, records: readonly NotebookRecord[]): void {
    writeRecords(context, [...this.others, ...records]);
  }

  /** If what is done in a context fails, the records are what they are now, here and in the workbook. */
  private takeBackIfItFails(context: Excel.RequestContext): void {
    const { records, active, frontSheet } = this;
    const record = active?.record;
    ifItFails(context, (later) => {
      Object.assign(this, { records, active, frontSheet });
      if (active && record) active.record = record;
      this.store(later, records);
    });
  }

  /** Call when a worksheet was activated. */
  activate(worksheetId: string): void {
    this.frontSheet = worksheetId;
  }

  /** Whether the active sheet belongs to another notebook than the active one. */
  get isBehind(): boolean {
    const record = this.recordOf(this.frontSheet);
    return record !== undefined && record !== this.active?.record;
  }

  /** Id of the active sheet, if it belongs to no notebook. */
  get strangeSheet(): string | undefined {
    const isOurs = this.records.some(
      (record) =>
        sheetOf(record, this.frontSheet) !== undefined ||
        Object.values(record.extras ?? {}).includes(this.frontSheet),
    );
    return this.frontSheet === '' || isOurs ? undefined : this.frontSheet;
  }

  /** The records of all notebooks, that of the active one first. */
  get all(): readonly NotebookRecord[] {
    const { active, records } = this;
    const others = records.filter((record) => record !== active?.record).toReversed();
    return active ? [active.record, ...others] : others;
  }

  /** Removes a notebook whose value sheet was deleted. */
  drop(record: NotebookRecord): void {
    this.records = this.records.filter((each) => each !== record);
    this.gone.add(record.place.values);
    if (this.active?.record === record) this.active = undefined;
  }

  /** Queues the writing of the records after `drop`. */
  save(context: Excel.RequestContext): void {
    for (const values of this.gone) forgetTraining(context, values);
    this.store(context, this.records);
  }

  /** Queues storing new sheets, or new sheet names, if there are any. */
  keep(context: Excel.RequestContext, notebook: LiveNotebook, reading: Reading): void {
    const names = Object.fromEntries(SHEET_KEYS.map((key) => [key, reading.nameOf(key)])) as Record<
      SheetKey,
      string
    >;
    const at = this.records.findIndex(({ place }) => place.values === notebook.record.place.values);
    const renamed = SHEET_KEYS.some((key) => names[key] !== notebook.record.names[key]);
    if (at < 0 || (!renamed && notebook.record === this.records[at])) return;
    this.takeBackIfItFails(context);
    notebook.record = { ...notebook.record, names };
    this.records = this.records.with(at, notebook.record);
    this.store(context, this.records);
  }

  /** The notebook that a sheet belongs to, among those that respond to edits. */
  liveAt(worksheetId: string): LiveNotebook | undefined {
    return [this.opening, this.active].find(
      (live) => live && sheetOf(live.record, worksheetId) !== undefined,
    );
  }

  /** Whether another notebook needs an image set in the workbook. */
  shares(record: NotebookRecord, set: string): boolean {
    return this.records.some(
      (each) => each !== record && each.spec.data.set === set && each.spec.data.inWorkbook,
    );
  }

  recordOf(worksheetId: string): NotebookRecord | undefined {
    return this.records.find((record) => sheetOf(record, worksheetId) !== undefined);
  }

  private async liven(record: NotebookRecord, curve?: readonly LossPoint[]): Promise<LiveNotebook> {
    const { spec } = record;
    const { data, classes } = spec;
    const elsewhere = data.set !== undefined && data.inWorkbook ? setInWorkbook : undefined;
    const trainer = this.trainerFor(spec, await openImages(data, classes, elsewhere));
    return new LiveNotebook(record, trainer, curve);
  }

  /** Where no curve is kept, the log tells of one: Excel gives settings only to the add-in that stored them. */
  private async takeLoggedCurve(context: Excel.RequestContext, notebook: LiveNotebook): Promise<void> {
    const { record, trainer, past } = notebook;
    const log = record.extras?.log;
    if (past.curve.length || trainer.step === 0 || log === undefined) return;
    const { loggedCurve } = await loaded(import('../../excel/sheets/log/loggedCurve'));
    past.curve = await loggedCurve(context, log, trainer.step);
  }

  private async read(context: Excel.RequestContext, notebook: LiveNotebook): Promise<Reading | undefined> {
    const reading = await notebook.open(context);
    if (reading.missing.includes('values')) return undefined;
    if (notebook.absent(reading).length === 0) return reading;
    await notebook.redraw(context, reading);
    const complete = await notebook.read(context);
    this.keep(context, notebook, complete);
    return complete;
  }
}

/** Queues keeping nothing of how a notebook was trained. */
function forgetTraining(context: Excel.RequestContext, values: string): void {
  keepCurve(context, values, []);
  forgetParts(context, values);
}

/** Whether two records say the same, one of them perhaps as an earlier version stored it. */
function isEqual(a: NotebookRecord, b: NotebookRecord): boolean {
  return textOf(upgraded(a)) === textOf(upgraded(b));
}

/** As JSON, with the members of objects in order. */
function textOf(value: object): string {
  return JSON.stringify(value, (_, each: unknown) =>
    each && typeof each === 'object' && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([one], [other]) => (one < other ? -1 : 1)))
      : each,
  );
}
