import { SHEET_KEYS, type SheetKey } from '../../notebook/sheet/plan';
import type { Place } from '../notebook/notebookRecord';

/** The worksheets of a notebook in one request, and their names when last asked for. */
export class NotebookSheets {
  private readonly sheets = new Map<SheetKey, Excel.Worksheet>();
  private names: ReadonlyMap<SheetKey, string>;
  private readonly application: Excel.Application;
  /** Whether formulas are calculated only when somebody asks for it, as it was when last asked. */
  isManual: boolean;

  /** @param before the same sheets in an earlier request, whose names are known */
  constructor(context: Excel.RequestContext, place: Place, before?: NotebookSheets) {
    for (const key of SHEET_KEYS) {
      const id = place[key];
      if (id !== undefined) this.sheets.set(key, context.workbook.worksheets.getItemOrNullObject(id));
    }
    this.names = before?.names ?? new Map();
    this.application = context.workbook.application;
    this.isManual = before?.isManual ?? false;
  }

  get keys(): SheetKey[] {
    return [...this.sheets.keys()];
  }

  /** Queues loading the sheets' names, whether they exist, and how formulas are calculated; call `answered` after the sync. */
  ask(): void {
    this.application.load('calculationMode');
    for (const sheet of this.sheets.values()) sheet.load('name');
  }

  answered(): void {
    this.isManual = this.application.calculationMode === 'Manual';
    const there = [...this.sheets].filter(([, sheet]) => !sheet.isNullObject);
    this.names = new Map(there.map(([key, { name }]) => [key, name]));
  }

  /** Queues, where it does not happen by itself, that formulas are calculated whose cells have changed. */
  calculate(): void {
    if (this.isManual) this.application.calculate('Recalculate');
  }

  /** Whether the notebook has a sheet of this kind. It may have been deleted since. */
  has(key: SheetKey): boolean {
    return this.sheets.has(key);
  }

  /** Whether the sheet existed when last asked for. */
  isThere(key: SheetKey): boolean {
    return this.names.has(key);
  }

  /** Name of the sheet when last asked for. */
  nameOf(key: SheetKey): string | undefined {
    return this.names.get(key);
  }

  get(key: SheetKey): Excel.Worksheet {
    const sheet = this.sheets.get(key);
    if (!sheet) throw new Error(`The notebook has no sheet of ${key}.`);
    return sheet;
  }
}
