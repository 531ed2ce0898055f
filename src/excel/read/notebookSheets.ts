import { SHEET_KEYS, type SheetKey } from '../../notebook/sheet/plan';
import type { Place } from '../notebook/notebookRecord';

/** The worksheets of a notebook in one request, and what they were called when that was asked last. */
export class NotebookSheets {
  private readonly sheets = new Map<SheetKey, Excel.Worksheet>();
  private names: ReadonlyMap<SheetKey, string>;

  /** @param before the same sheets in an earlier request, of which their names are known */
  constructor(context: Excel.RequestContext, place: Place, before?: NotebookSheets) {
    for (const key of SHEET_KEYS) {
      const id = place[key];
      if (id !== undefined) this.sheets.set(key, context.workbook.worksheets.getItemOrNullObject(id));
    }
    this.names = before?.names ?? new Map();
  }

  get keys(): SheetKey[] {
    return [...this.sheets.keys()];
  }

  /** Queue the question what the sheets are called, and whether they are there; after the answer comes `answered`. */
  ask(): void {
    for (const sheet of this.sheets.values()) sheet.load('name');
  }

  answered(): void {
    const there = [...this.sheets].filter(([, sheet]) => !sheet.isNullObject);
    this.names = new Map(there.map(([key, { name }]) => [key, name]));
  }

  /** Has the notebook a sheet of this kind? It may have been deleted. */
  has(key: SheetKey): boolean {
    return this.sheets.has(key);
  }

  /** Was the sheet there when that was asked last? */
  isThere(key: SheetKey): boolean {
    return this.names.has(key);
  }

  /** What the sheet was called when that was asked last. */
  nameOf(key: SheetKey): string | undefined {
    return this.names.get(key);
  }

  get(key: SheetKey): Excel.Worksheet {
    const sheet = this.sheets.get(key);
    if (!sheet) throw new Error(`The notebook has no sheet of ${key}.`);
    return sheet;
  }
}
