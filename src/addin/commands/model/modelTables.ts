import type { NotebookRecord } from '../../../excel/notebook/notebookRecord';
import { readModels, writeModels, type ModelRecord } from '../../../excel/sheets/model/modelRecords';
import { ifItFails } from '../../../excel/takeBack';
import { UndoneCounts } from './undoneCounts';

/** Which sheets of the workbook are model tables. What such a table holds is read by `modelTable.ts`. */
export class ModelTables {
  private records: ModelRecord[] = [];
  /** By sheet. */
  private readonly undone = new Map<string, UndoneCounts>();

  async open(context: Excel.RequestContext): Promise<void> {
    this.records = await readModels(context);
  }

  /** Whether this sheet is a model table. */
  has(sheet: string): boolean {
    return this.on(sheet) !== undefined;
  }

  /** The model table on a sheet. */
  on(sheet: string): ModelRecord | undefined {
    return this.records.find((record) => record.sheet === sheet);
  }

  /** The model table of a notebook; without a notebook, one that none was built from. */
  of(notebook: NotebookRecord | undefined): ModelRecord | undefined {
    return this.records.find((record) => record.notebook === notebook?.place.values);
  }

  /** The model table on a sheet, or else that of a notebook. */
  find(sheet: string, notebook: NotebookRecord | undefined): ModelRecord | undefined {
    return this.on(sheet) ?? (notebook && this.of(notebook));
  }

  /** What was written into the computed cells of the table on a sheet. */
  countsOn(sheet: string): UndoneCounts {
    const known = this.undone.get(sheet) ?? new UndoneCounts();
    this.undone.set(sheet, known);
    return known;
  }

  /** Call when a table was drawn; the caller syncs. */
  add(context: Excel.RequestContext, record: ModelRecord): void {
    this.takeBackIfItFails(context);
    this.records = [...this.records, record];
    writeModels(context, this.records);
  }

  /** Links a table to the notebook that was built from it. */
  bind(context: Excel.RequestContext, sheet: string, notebook: NotebookRecord): void {
    this.takeBackIfItFails(context);
    this.records = this.records.map((record) =>
      record.sheet === sheet ? { sheet, notebook: notebook.place.values } : record,
    );
    writeModels(context, this.records);
  }

  /** If what is done in a context fails, the tables are those of now, here and in the workbook. */
  private takeBackIfItFails(context: Excel.RequestContext): void {
    const { records } = this;
    ifItFails(context, (later) => {
      this.records = records;
      writeModels(later, records);
    });
  }

  /** Call when a sheet was deleted. */
  forget(sheet: string): void {
    this.records = this.records.filter((record) => record.sheet !== sheet);
    this.undone.delete(sheet);
  }
}
