import { loadKernels, type Kernels } from '../../engine/kernels';
import { activeSheetId } from '../../excel/context';
import { showSheet } from '../../excel/front';
import { readRecords, sheetOf, writeRecords, type NotebookRecord } from '../../excel/notebook/notebookRecord';
import { renameOldNames } from '../../excel/notebook/oldNames';
import type { Reading } from '../../excel/read/reading';
import { SHEET_KEYS, type SheetKey } from '../../notebook/sheet/plan';
import type { NotebookSpec } from '../../notebook/sheet/spec';
import { openImages, type Images } from '../../training/images';
import { Trainer } from '../../training/trainer';
import { LiveNotebook } from './liveNotebook';
import { setInWorkbook } from './workbookImages';

/** The notebooks of the workbook, and which of them is active: the one whose sheet a person looks at. */
export class OpenNotebooks {
  active?: LiveNotebook;
  /** While its cells are read for the first time: the notebook that is about to be active. */
  private opening?: LiveNotebook;
  private records: NotebookRecord[] = [];
  /** The worksheet that was activated last. */
  private frontSheet = '';
  private kernels?: Kernels;

  /** Find the workbook's notebooks and open the one of the active sheet, or else the newest. */
  async open(context: Excel.RequestContext): Promise<Reading | undefined> {
    this.records = await readRecords(context);
    this.frontSheet = await activeSheetId(context);
    return this.openAtActiveSheet(context);
  }

  /**
   * Load the fast kernels, before the first notebook is opened; without them all works, slower. Their bits are those of
   * the page's formulas where these cancel: a filter that detects edges comes to exactly 0 on even ground, and on which
   * side of 0 a fused product would leave 1e-17 decides whether a ReLU lets a gradient pass.
   */
  async loadKernels(): Promise<void> {
    this.kernels ??= await loadKernels().catch(() => undefined);
  }

  /** The numbers of a notebook, computed by what this machine has. */
  trainerFor(spec: NotebookSpec, images: Images): Trainer {
    return new Trainer(spec, images, this.kernels);
  }

  /** Open the notebook of the active sheet, if another one was active. */
  async openAtActiveSheet(context: Excel.RequestContext): Promise<Reading | undefined> {
    const record = this.recordOf(this.frontSheet) ?? this.active?.record ?? this.records.at(-1);
    if (!record || record === this.active?.record) return undefined;
    return this.reopen(context, record);
  }

  /** A notebook that was just drawn becomes the active one. */
  async add(context: Excel.RequestContext, record: NotebookRecord): Promise<Reading | undefined> {
    this.records = [...this.records, record];
    this.frontSheet = record.place.values;
    writeRecords(context, this.records);
    await showSheet(context, record.place.values);
    return this.reopen(context, record);
  }

  /** The notebook whose values stand on a sheet, as its cells are now; undefined when there is none. */
  async notebookAt(context: Excel.RequestContext, values?: string): Promise<LiveNotebook | undefined> {
    if (this.active?.record.place.values === values) return this.active;
    const record = this.records.find(({ place }) => place.values === values);
    if (!record) return undefined;
    const notebook = await this.liven(record);
    const reading = await notebook.open(context);
    return reading.missing.includes('values') ? undefined : notebook;
  }

  /** A notebook was drawn in place of another, whose sheets are gone. */
  async replace(
    context: Excel.RequestContext,
    old: NotebookRecord | undefined,
    record: NotebookRecord,
  ): Promise<Reading | undefined> {
    if (old) this.records = this.records.filter((each) => each.place.values !== old.place.values);
    return this.add(context, record);
  }

  /** Make a notebook active, as its record and its cells now have it. */
  async reopen(context: Excel.RequestContext, record: NotebookRecord): Promise<Reading | undefined> {
    const notebook = await this.liven(record);
    this.opening = notebook;
    try {
      await renameOldNames(context, record);
      const reading = await this.read(context, notebook);
      if (reading) this.active = notebook;
      // What was edited while the add-in did not run, or looked elsewhere, is answered now.
      if (reading) await notebook.write(context, reading);
      return reading;
    } finally {
      this.opening = undefined;
    }
  }

  /** Queue the remembering of something else of a notebook. */
  change(context: Excel.RequestContext, notebook: LiveNotebook, change: Partial<NotebookRecord>): void {
    const before = notebook.record;
    notebook.record = { ...before, ...change };
    this.records = this.records.map((record) => (record === before ? notebook.record : record));
    writeRecords(context, this.records);
  }

  /** A worksheet was activated. */
  activate(worksheetId: string): void {
    this.frontSheet = worksheetId;
  }

  /** Is the active sheet of another notebook than the active one? */
  get isBehind(): boolean {
    const record = this.recordOf(this.frontSheet);
    return record !== undefined && record !== this.active?.record;
  }

  /** A notebook's values were deleted: it is one no more. */
  drop(record: NotebookRecord): void {
    this.records = this.records.filter((each) => each !== record);
    if (this.active?.record === record) this.active = undefined;
  }

  /** Queue the writing of the records after `drop`. */
  save(context: Excel.RequestContext): void {
    writeRecords(context, this.records);
  }

  /** Queue the remembering of new sheets, or new names of sheets, when there are any. */
  keep(context: Excel.RequestContext, notebook: LiveNotebook, reading: Reading): void {
    const names = Object.fromEntries(SHEET_KEYS.map((key) => [key, reading.nameOf(key)])) as Record<
      SheetKey,
      string
    >;
    const at = this.records.findIndex(({ place }) => place.values === notebook.record.place.values);
    const renamed = SHEET_KEYS.some((key) => names[key] !== notebook.record.names[key]);
    if (at < 0 || (!renamed && notebook.record === this.records[at])) return;
    notebook.record = { ...notebook.record, names };
    this.records = this.records.with(at, notebook.record);
    writeRecords(context, this.records);
  }

  /** Whose sheet is it, of the notebooks that follow what a person types? */
  liveAt(worksheetId: string): LiveNotebook | undefined {
    return [this.opening, this.active].find(
      (live) => live && sheetOf(live.record, worksheetId) !== undefined,
    );
  }

  /** Does another notebook than this one need a set in the workbook? */
  shares(record: NotebookRecord, set: string): boolean {
    return this.records.some(
      (each) => each !== record && each.spec.data.set === set && each.spec.data.inWorkbook,
    );
  }

  recordOf(worksheetId: string): NotebookRecord | undefined {
    return this.records.find((record) => sheetOf(record, worksheetId) !== undefined);
  }

  private async liven(record: NotebookRecord): Promise<LiveNotebook> {
    const { spec } = record;
    const { data, classes } = spec;
    const elsewhere = data.set !== undefined && data.inWorkbook ? setInWorkbook : undefined;
    return new LiveNotebook(record, this.trainerFor(spec, await openImages(data, classes, elsewhere)));
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
