/**
 * The spreadsheet engine (Univer), as the Excel objects see it: cells are written by direct mutation, merged per
 * sheet, outside a person's undo history; structure is changed by Univer's commands, which carry formulas, names
 * and conditional formats along.
 */
import {
  ICommandService,
  type ICellData,
  type Injector,
  type IRange,
  type IStyleData,
  IUndoRedoService,
  type Nullable,
  type Univer,
  type Workbook,
  type Worksheet,
} from '@univerjs/core';
import { SetRangeValuesMutation, SetWorksheetColumnCountMutation, SetWorksheetRowCountMutation } from '@univerjs/sheets';
import { type Area, area, intersection, lastColumn, lastRow } from './address';
import { Calculation } from './calculation';
import { type CellPatches, CellWrites } from './writes';

/** Room beyond the last touched cell when the grid must grow. */
const MARGIN = 20;

export class Grid {
  readonly injector: Injector;
  readonly commands: ICommandService;
  readonly calculation: Calculation;
  readonly unitId: string;
  private readonly writes = new CellWrites();
  private apiDepth = 0;

  constructor(
    univer: Univer,
    readonly workbook: Workbook,
  ) {
    this.unitId = workbook.getUnitId();
    this.injector = univer.__getInjector();
    this.commands = this.injector.get(ICommandService);
    this.calculation = new Calculation(this.injector, this.unitId);
    this.keepAddinOutOfUndo();
  }

  /** True while a change comes from the add-in and not from a person. */
  get isAddinAtWork(): boolean {
    return this.apiDepth > 0;
  }

  sheet(id: string): Worksheet | null {
    return this.workbook.getSheetBySheetId(id) ?? null;
  }

  /** Queues a write; nothing is visible before `flush`. */
  put(sheetId: string, row: number, column: number, patch: ICellData): void {
    this.writes.put(sheetId, row, column, patch);
  }

  flush(): void {
    if (this.writes.isEmpty) return;
    for (const [sheetId, cells] of this.writes.take()) {
      if (this.sheet(sheetId)) this.write(sheetId, cells);
    }
  }

  private write(sheetId: string, cells: CellPatches): void {
    const { touched, hasFormula } = survey(cells);
    const isFirstFormula = hasFormula && !this.calculation.hasFormulas;
    if (hasFormula) this.calculation.hasFormulas = true;
    if (touched) this.calculation.noteOverwritten(sheetId, cells);
    this.mutate(SetRangeValuesMutation.id, { subUnitId: sheetId, cellValue: cells });
    if (touched) this.calculation.markDirty(sheetId, touched);
    if (isFirstFormula) this.calculation.markFormulasDirty();
  }

  /** A mutation of ours: local, so that Univer neither calculates nor records it. */
  mutate(id: string, params: object): void {
    this.asAddin(() => this.commands.syncExecuteCommand(id, { unitId: this.unitId, ...params }, { onlyLocal: true }));
  }

  /** A command of Univer's, for what changes the structure of a sheet. */
  command(id: string, params: object): boolean {
    this.flush();
    return this.asAddin(() => this.commands.syncExecuteCommand<object, boolean>(id, { unitId: this.unitId, ...params }));
  }

  asAddin<T>(work: () => T): T {
    this.apiDepth++;
    try {
      return work();
    } finally {
      this.apiDepth--;
    }
  }

  cell(sheetId: string, row: number, column: number): Nullable<ICellData> {
    return this.sheet(sheetId)?.getCellMatrix().getValue(row, column);
  }

  /** A cell's own format over that of its row, column and sheet. */
  style(sheetId: string, row: number, column: number): IStyleData {
    const sheet = this.sheet(sheetId);
    if (!sheet) return {};
    return sheet.getComposedCellStyleByCellData(row, column, sheet.getCellMatrix().getValue(row, column)) ?? {};
  }

  /** Enlarges a sheet that does not reach as far as an address does. */
  reach(sheetId: string, target: Area): void {
    const sheet = this.sheet(sheetId);
    if (!sheet) return;
    if (lastRow(target) >= sheet.getRowCount()) {
      this.mutate(SetWorksheetRowCountMutation.id, { subUnitId: sheetId, rowCount: lastRow(target) + 1 + MARGIN });
    }
    if (lastColumn(target) >= sheet.getColumnCount()) {
      this.mutate(SetWorksheetColumnCountMutation.id, { subUnitId: sheetId, columnCount: lastColumn(target) + 1 + MARGIN });
    }
  }

  /** The part of an area that exists in the grid: whole rows and columns end where the grid ends. */
  present(sheetId: string, target: Area): Area | null {
    const sheet = this.sheet(sheetId);
    return sheet && intersection(target, area(0, 0, sheet.getRowCount(), sheet.getColumnCount()));
  }

  /** Undo steps refer to positions; after the add-in has moved cells about they would hit the wrong ones. */
  forgetUndo(): void {
    this.injector.get(IUndoRedoService).clearUndoRedo(this.unitId);
  }

  private keepAddinOutOfUndo(): void {
    const undo = this.injector.get(IUndoRedoService);
    const push = undo.pushUndoRedo.bind(undo);
    undo.pushUndoRedo = (item) => {
      if (!this.isAddinAtWork) push(item);
    };
  }
}

export const rangeOf = (a: Area): IRange => ({
  startRow: a.row,
  endRow: lastRow(a),
  startColumn: a.column,
  endColumn: lastColumn(a),
});

export const areaOf = (range: IRange): Area =>
  area(range.startRow, range.startColumn, range.endRow - range.startRow + 1, range.endColumn - range.startColumn + 1);

/** Bounds of the cells whose content (not only format) is written, and whether a formula is among them. */
function survey(cells: CellPatches): { touched: IRange | null; hasFormula: boolean } {
  let touched: IRange | null = null;
  let hasFormula = false;
  for (const [rowText, columns] of Object.entries(cells)) {
    const row = Number(rowText);
    for (const [columnText, cell] of Object.entries(columns)) {
      if (cell.v === undefined && cell.f === undefined) continue;
      const column = Number(columnText);
      if (cell.f) hasFormula = true;
      touched ??= { startRow: row, endRow: row, startColumn: column, endColumn: column };
      touched.endRow = Math.max(touched.endRow, row);
      touched.startColumn = Math.min(touched.startColumn, column);
      touched.endColumn = Math.max(touched.endColumn, column);
    }
  }
  return { touched, hasFormula };
}
