import { activeSheetId, startWithWorkbook } from '../../excel/context';
import { readRecords, sheetOf, writeRecords, type NotebookRecord } from '../../excel/notebook/notebookRecord';
import type { Reading } from '../../excel/read/reading';
import { SHEET_KEYS, type SheetKey } from '../../notebook/sheet/plan';
import { openImages } from '../../training/images';
import { LiveNotebook } from './liveNotebook';

/** The notebooks of the workbook, and which of them is in hand: the one whose sheet a person looks at. */
export class Shelf {
  current?: LiveNotebook;
  /** While its cells are read for the first time: the notebook that is about to be in hand. */
  private coming?: LiveNotebook;
  private records: NotebookRecord[] = [];
  /** The worksheet that was activated last. */
  private active = '';

  /** Find the workbook's notebooks and take the one in front, or else the newest. */
  async open(context: Excel.RequestContext): Promise<Reading | undefined> {
    this.records = await readRecords(context);
    this.active = await activeSheetId(context);
    return this.takeInFront(context);
  }

  /** Take the notebook in front in hand, if another one was. */
  async takeInFront(context: Excel.RequestContext): Promise<Reading | undefined> {
    const record = this.recordOf(this.active) ?? this.current?.record ?? this.records.at(-1);
    if (!record || record === this.current?.record) return undefined;
    return this.take(context, record);
  }

  /** A notebook that was just drawn comes in front. */
  async add(context: Excel.RequestContext, record: NotebookRecord): Promise<Reading | undefined> {
    this.records = [...this.records, record];
    this.active = record.place.values;
    context.workbook.worksheets.getItem(record.place.values).activate();
    writeRecords(context, this.records);
    await startWithWorkbook();
    return this.take(context, record);
  }

  /** The notebook whose values stand on a sheet, as its cells are now; undefined when there is none. */
  async notebookAt(context: Excel.RequestContext, values?: string): Promise<LiveNotebook | undefined> {
    if (this.current?.record.place.values === values) return this.current;
    const record = this.records.find(({ place }) => place.values === values);
    if (!record) return undefined;
    const notebook = new LiveNotebook(record, await openImages(record.spec.data, record.spec.classes));
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

  /** Take a notebook in hand anew, as its record and its cells now have it. */
  retake(context: Excel.RequestContext, record: NotebookRecord): Promise<Reading | undefined> {
    return this.take(context, record);
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
    this.active = worksheetId;
  }

  /** Is another notebook in front than the one in hand? */
  get isBehind(): boolean {
    const record = this.recordOf(this.active);
    return record !== undefined && record !== this.current?.record;
  }

  /** A notebook's values were deleted: it is one no more. */
  drop(record: NotebookRecord): void {
    this.records = this.records.filter((each) => each !== record);
    if (this.current?.record === record) this.current = undefined;
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
    return [this.coming, this.current].find(
      (live) => live && sheetOf(live.record, worksheetId) !== undefined,
    );
  }

  recordOf(worksheetId: string): NotebookRecord | undefined {
    return this.records.find((record) => sheetOf(record, worksheetId) !== undefined);
  }

  private async take(context: Excel.RequestContext, record: NotebookRecord): Promise<Reading | undefined> {
    const notebook = new LiveNotebook(record, await openImages(record.spec.data, record.spec.classes));
    this.coming = notebook;
    try {
      const reading = await this.read(context, notebook);
      if (reading) this.current = notebook;
      // What was edited while the add-in did not run, or looked elsewhere, is answered now.
      if (reading) await notebook.write(context, reading);
      return reading;
    } finally {
      this.coming = undefined;
    }
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
