/**
 * The spreadsheet engine (Univer), as the Excel objects see it: cells are written by direct mutation, merged per
 * sheet, of which only `history` is told; structure is changed by Univer's commands, which carry formulas, names
 * and conditional formats along.
 *
 * grid/ is for Univer itself, and for making it behave as Excel's grid does. It may import addresses/ and texts.ts; it
 * knows no office.js and no Excel object.
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
import {
  SelectionMoveType,
  SetRangeValuesMutation,
  SetWorksheetColumnCountMutation,
  SetWorksheetRowCountMutation,
  SheetsSelectionsService,
} from '@univerjs/sheets';
import { Rect } from '../addresses/rect';
import { Calculation } from './calculation/calculation';
import { Clients, THIS_CLIENT } from './clients';
import { rangeOf } from './ranges';
import type { WriteHistory } from './writing/history';
import { type CellMatrix, repeatIn, writeCells } from './writing/cellWriter';
import { packedAt, type PackedCells } from './writing/packedCells';
import { StyleRegistry, joinStyles } from './writing/styles';
import { type WholeCells, patchesOf, replaceCells } from './writing/wholeCells';
import {
  type CellPatches,
  type CellWriter,
  CellWrites,
  type SheetWrites,
  isContent,
  pieceOf,
} from './writing/writes';

/**
 * Options for our own mutations: Univer neither calculates nor records them for undo, and treats them like
 * those of a co-author, leaving the active sheet and a cell edit alone.
 */
const FROM_OUTSIDE = { onlyLocal: true, fromCollab: true };

/** Up to this many areas of one write are marked dirty individually; more are marked as one. */
const MANY_AREAS = 64;

/** A sheet that is larger holds nothing else than before. */
const GROWTH = new Set([SetWorksheetRowCountMutation.id, SetWorksheetColumnCountMutation.id]);

/** Rows or columns beyond the last touched cell when the grid must grow. */
const MARGIN = 20;

export class Grid {
  readonly injector: Injector;
  readonly commands: ICommandService;
  readonly calculation: Calculation;
  readonly unitId: string;
  private readonly writes = new CellWrites();
  private readonly afterwards: (() => void)[] = [];
  private readonly styles: StyleRegistry;
  private apiDepth = 0;
  readonly clients = new Clients();
  /**
   * True while a command runs on behalf of the add-in: its effect on active sheet and selection is not an
   * event.
   */
  isRestructuring = false;

  constructor(
    univer: Univer,
    readonly workbook: Workbook,
  ) {
    this.unitId = workbook.getUnitId();
    this.injector = univer.__getInjector();
    this.commands = this.injector.get(ICommandService);
    this.styles = new StyleRegistry(workbook.getStyles());
    this.calculation = new Calculation(
      this.injector,
      this.unitId,
      (sheetId) => this.sheet(sheetId)?.getName() ?? null,
    );
    this.keepAddinOutOfUndo();
  }

  /** True while a change comes from the add-in rather than the user. */
  get isAddinAtWork(): boolean {
    return this.apiDepth > 0;
  }

  /** The client of Excel from which a change comes. */
  get clientAtWork(): number {
    return this.isAddinAtWork ? this.clients.ofAddin : this.clients.ofPerson;
  }

  /** The sheet that is active in the client of the served add-in. */
  get activeSheet(): Worksheet | null {
    const { activeSheet } = this.clients;
    const elsewhere = activeSheet === undefined ? null : this.sheet(activeSheet);
    return elsewhere ?? this.workbook.getActiveSheet() ?? null;
  }

  sheet(id: string): Worksheet | null {
    return this.workbook.getSheetBySheetId(id) ?? null;
  }

  /** Queues a write of the cells of an area; nothing is visible before `flush`. */
  put(sheetId: string, target: Rect, write: CellWriter): void {
    this.writes.put(sheetId, target, write);
  }

  /** Flushes if a write of the content of this cell is queued. */
  flushCell(sheetId: string, row: number, column: number): void {
    const patch = this.writes.at(sheetId, row, column);
    if (patch && isContent(patch)) this.flush();
  }

  /** Whether a cell holds anything, or will when what is queued is written. */
  holds(sheetId: string, row: number, column: number): boolean {
    if (this.writes.at(sheetId, row, column)) return true;
    return Boolean(this.sheet(sheetId)?.getCellMatrix().getValue(row, column));
  }

  flush(): void {
    for (const [sheetId, writes] of this.writes.take()) {
      if (this.sheet(sheetId)) this.write(sheetId, writes);
    }
    for (const work of this.afterwards.splice(0)) work();
  }

  /** Does something, once, when what is queued has been written. */
  afterFlush(work: () => void): void {
    this.afterwards.push(work);
  }

  private write(sheetId: string, writes: SheetWrites): void {
    const { history } = this;
    const before = history && this.packed(sheetId, writes);
    this.change(sheetId, writes, (matrix) => writeCells(matrix, writes, this.styles));
    if (!history || !before) return;
    history.written({ sheetId, content: writes.content, before, after: this.packed(sheetId, writes) });
  }

  /** Puts whole cells in the places of those that are there, as undo does. */
  replace(sheetId: string, cells: WholeCells, content: readonly Rect[]): void {
    this.change(sheetId, { ...patchesOf(cells), content }, (matrix) => replaceCells(matrix, cells));
  }

  /** The cells to be written as they are now. */
  private packed(sheetId: string, { cells }: SheetWrites): PackedCells {
    const formulaAt = (row: number, column: number) => this.calculation.formulaAt(sheetId, row, column);
    return packedAt(this.sheet(sheetId)!.getCellMatrix(), cells, formulaAt);
  }

  /** @param write changes cells without telling Univer, and returns the notice of it */
  private change(sheetId: string, writes: SheetWrites, write: (matrix: CellMatrix) => CellPatches): void {
    const { calculation } = this;
    const { content, hasFormula } = writes;
    const isFirstFormula = hasFormula && !calculation.hasFormulas;
    if (hasFormula) calculation.hasFormulas = true;
    if (content.length) calculation.noteOverwritten(sheetId, writes.cells);
    const matrix = this.sheet(sheetId)!.getCellMatrix();
    const cellValue = write(matrix);
    if (content.length) repeatIn(cellValue, matrix, content, this.formattedByContent(sheetId));
    this.notify(sheetId, cellValue);
    for (const written of content.length > MANY_AREAS
      ? [content.reduce((all, each) => all.union(each))]
      : content)
      calculation.markDirty(sheetId, rangeOf(written));
    if (isFirstFormula) calculation.markFormulasDirty();
    if (content.length)
      this.contentWritten(sheetId, content, (row, column) => {
        const patch = writes.cells[row]?.[column];
        return patch !== undefined && isContent(patch);
      });
  }

  /** Called when the add-in has written content; `isWritten` says whether a cell of the areas is part of it. */
  contentWritten: (
    sheetId: string,
    content: readonly Rect[],
    isWritten: (row: number, column: number) => boolean,
  ) => void = () => undefined;

  /** Ranges with conditional formats, whose appearance depends on their values. */
  formattedByContent: (sheetId: string) => Iterable<IRange> = () => [];

  /** What the add-in's writes are told to, so that they can be undone; null while nothing is remembered. */
  history: WriteHistory | null = null;

  mutate(id: string, params: object): void {
    if (!GROWTH.has(id)) this.history?.changed();
    this.perform(id, params);
  }

  private notify(sheetId: string, cellValue: CellPatches): void {
    this.perform(SetRangeValuesMutation.id, { subUnitId: sheetId, cellValue });
  }

  private perform(id: string, params: object): void {
    this.asAddin(() =>
      this.commands.syncExecuteCommand(id, { unitId: this.unitId, ...params }, FROM_OUTSIDE),
    );
  }

  /**
   * Runs Univer's commands that change the structure of a sheet. They work on the active sheet and move the
   * selection; both are restored.
   */
  restructure(sheetId: string, work: () => void): void {
    this.flush();
    const { workbook } = this;
    const sheet = this.sheet(sheetId);
    const active = workbook.getActiveSheet();
    if (!sheet || !active) return;
    const selections = this.injector.get(SheetsSelectionsService).getWorkbookSelections(this.unitId);
    const selected = selections.getSelectionsOfWorksheet(sheetId);
    this.isRestructuring = true;
    this.asAddin(() => {
      workbook.setActiveSheet(sheet);
      work();
      selections.setSelections(sheetId, selected, SelectionMoveType.MOVE_END);
      workbook.setActiveSheet(active);
    });
    this.isRestructuring = false;
    this.restructured();
    this.forgetUndo();
  }

  /** Called when `restructure` is done. */
  restructured: () => void = () => undefined;

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

  /** The style of a cell, combined with that of its row, column and sheet. */
  style(sheetId: string, row: number, column: number): IStyleData {
    const sheet = this.sheet(sheetId);
    if (!sheet) return {};
    return (
      sheet.getComposedCellStyleByCellData(row, column, sheet.getCellMatrix().getValue(row, column)) ?? {}
    );
  }

  /** The style of a cell, including queued writes. */
  upcomingStyle(sheetId: string, row: number, column: number): IStyleData {
    const present = this.style(sheetId, row, column);
    const piece = pieceOf(this.writes.at(sheetId, row, column));
    return piece ? joinStyles(present, piece) : present;
  }

  /** Enlarges a sheet if an address is beyond its end. */
  reach(sheetId: string, target: Rect): void {
    const sheet = this.sheet(sheetId);
    if (!sheet) return;
    if (target.lastRow >= sheet.getRowCount()) {
      this.mutate(SetWorksheetRowCountMutation.id, {
        subUnitId: sheetId,
        rowCount: target.lastRow + 1 + MARGIN,
      });
    }
    if (target.lastColumn >= sheet.getColumnCount()) {
      this.mutate(SetWorksheetColumnCountMutation.id, {
        subUnitId: sheetId,
        columnCount: target.lastColumn + 1 + MARGIN,
      });
    }
  }

  /** The part of an area that exists in the grid: whole rows and columns end where the grid ends. */
  present(sheetId: string, target: Rect): Rect | null {
    const sheet = this.sheet(sheetId);
    return sheet && target.intersection(new Rect(0, 0, sheet.getRowCount(), sheet.getColumnCount()));
  }

  /**
   * Clears undo: its steps refer to positions, and would change wrong cells after the add-in has moved some.
   */
  forgetUndo(): void {
    this.injector.get(IUndoRedoService).clearUndoRedo(this.unitId);
  }

  private keepAddinOutOfUndo(): void {
    const undo = this.injector.get(IUndoRedoService);
    const push = undo.pushUndoRedo.bind(undo);
    undo.pushUndoRedo = (item) => {
      // Co-authors each undo their own work.
      if (!this.isAddinAtWork && this.clientAtWork === THIS_CLIENT) push(item);
    };
  }
}
