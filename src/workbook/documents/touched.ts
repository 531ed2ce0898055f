/**
 * Whether a workbook differs from how it was opened by what has been done since a person first used the page: not by
 * calculation, by looking at it, by what an add-in writes when it starts, or by one that writes anew what is there.
 */
import { CommandType, type ICellData, type ICommandInfo, type Nullable } from '@univerjs/core';
import {
  SetRangeValuesMutation,
  SetWorksheetColumnCountMutation,
  SetWorksheetRowAutoHeightMutation,
  SetWorksheetRowCountMutation,
} from '@univerjs/sheets';
import { documentOf } from '../book/document';
import type { Book } from '../objects/book';
import { BAND_ROWS, type Rows, unpacked } from './bands';
import { OF_CALCULATION } from './changeLog';
import { bookParts, cellsPart, type Parts, RESOURCES } from './parts';
import { isBand } from './shapes';

/** What the grid does by itself when it is drawn, or scrolled beyond its end. */
const BY_ITSELF = new Set([
  SetWorksheetRowAutoHeightMutation.id,
  SetWorksheetRowCountMutation.id,
  SetWorksheetColumnCountMutation.id,
]);

interface Params {
  readonly unitId?: string;
  readonly subUnitId?: string;
  readonly cellValue?: Readonly<Record<number, object>>;
}

export class Touched {
  /** Columns of cells that were written, by sheet and row. */
  private readonly written = new Map<string, Map<number, Set<string>>>();
  /** Whether something other than cells has changed: sizes, names, rules, sheets. */
  private isOtherwise = false;
  private readonly before: string;

  /** @param parts what the workbook was opened from; empty for a new one */
  constructor(
    private readonly book: Book,
    private readonly parts: Parts,
  ) {
    this.before = this.rest();
    book.grid.commands.onCommandExecuted((info) => this.note(info));
  }

  get isTouched(): boolean {
    if (isUnused()) return false;
    if (this.isOtherwise || this.rest() !== this.before) return true;
    return [...this.written].some(([sheetId, rows]) => this.isSheetTouched(sheetId, rows));
  }

  private note({ id, type, params }: Readonly<ICommandInfo>): void {
    if (isUnused() || type !== CommandType.MUTATION || OF_CALCULATION.test(id) || BY_ITSELF.has(id)) return;
    const { unitId, subUnitId, cellValue } = (params ?? {}) as Params;
    // The editor of a cell is a unit of its own.
    if (unitId !== undefined && unitId !== this.book.grid.unitId) return;
    if (id !== SetRangeValuesMutation.id) this.isOtherwise = true;
    else if (subUnitId !== undefined && cellValue) this.noteCells(subUnitId, cellValue);
  }

  private noteCells(sheetId: string, cells: Readonly<Record<number, object>>): void {
    const rows = this.written.get(sheetId) ?? new Map<number, Set<string>>();
    this.written.set(sheetId, rows);
    for (const [key, columns] of Object.entries(cells)) {
      const row = Number(key);
      rows.set(row, new Set([...(rows.get(row) ?? []), ...Object.keys(columns ?? {})]));
    }
  }

  private isSheetTouched(sheetId: string, rows: ReadonlyMap<number, ReadonlySet<string>>): boolean {
    const before: Rows = {};
    for (const band of new Set([...rows.keys()].map((row) => Math.floor(row / BAND_ROWS)))) {
      const kept = this.parts.get(cellsPart(sheetId, band));
      if (isBand(kept)) unpacked(kept, before);
    }
    const cellNow = (row: number, column: string) => this.book.grid.cell(sheetId, row, Number(column));
    return [...rows].some(([row, columns]) =>
      [...columns].some(
        (column) => contentOf(before[row]?.[Number(column)]) !== contentOf(cellNow(row, column)),
      ),
    );
  }

  /** What the grid tells nothing of: settings, XML, tables, charts, shapes, protection. */
  private rest(): string {
    const parts = bookParts({ ...documentOf(this.book, []), activeSheet: null });
    parts.delete(RESOURCES);
    return JSON.stringify([...parts]);
  }
}

/** Whether nobody has pressed a key or clicked yet, in the page or in the pane (https://html.spec.whatwg.org/#sticky-activation). */
function isUnused(): boolean {
  const activation = navigator.userActivation as UserActivation | undefined;
  return activation?.hasBeenActive === false;
}

/** A cell as text, without what a formula has made. */
function contentOf(cell: Nullable<ICellData>): string {
  const isFormula = !!cell?.f || !!cell?.si;
  const content = Object.entries(cell ?? {})
    .filter(([key, value]) => value !== null && value !== undefined && !(isFormula && /^[vt]$/.test(key)))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(content);
}
