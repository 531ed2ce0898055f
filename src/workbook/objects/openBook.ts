/** Makes an Excel workbook of a Univer workbook: objects on one side, a watch on the grid on the other. */
import type { Univer, Workbook as UniverWorkbook } from '@univerjs/core';
import { RemoveSheetMutation, SheetsSelectionsService } from '@univerjs/sheets';
import { formatArea } from '../grid/address';
import { type Change, watchChanges } from '../grid/changes';
import { Grid, areaOf } from '../grid/grid';
import { paintPromptly } from '../grid/promptPaint';
import { keepRowHeights } from '../grid/rowHeights';
import { watchRuleShifts } from '../grid/ruleShift';
import type { Host } from '../host/executor';
import { References } from '../host/references';
import type { Book } from './book';
import { conditionalRules } from './conditionalRules';
import { ChartStore } from './chartStore';
import { type CellValue, valueOf } from './cells';
import { Events } from './events';
import { MODEL } from './model';
import { forgetNamesOf } from './nameStore';
import { Range } from './range';
import { RangeAreas } from './rangeAreas';
import { valueAt } from './rangeContent';
import { services } from './services';
import { SHEET_DEFAULTS } from './sheetActions';
import { keepShapesWithCells } from './shapeAnchors';
import { ShapeStore } from './shapeStore';
import { breakReferences } from './sheetReferences';
import type { Surroundings } from './surroundings';
import { TableStore, paintTable } from './tableStore';
import { watchTyping } from './typing';
import { usedArea } from './usedArea';
import { recheck } from './validationStore';
import { Workbook } from './workbook';

export function openBook(
  univer: Univer,
  workbook: UniverWorkbook,
  around: Surroundings,
): { book: Book; host: Host } {
  const grid = new Grid(univer, workbook);
  const book: Book = {
    grid,
    events: new Events(),
    settings: new Map(),
    tables: new TableStore(),
    charts: new ChartStore(around.charts),
    shapes: new ShapeStore(around.shapes),
    properties: new Map(),
    name: workbook.name,
  };
  grid.formattedByContent = (sheetId) => conditionalRules(grid, sheetId).ranges();
  grid.contentWritten = (...written) => recheck(grid, ...written);
  book.tables.resized = ({ sheetId, area }, before) => book.charts.followTable(sheetId, before, area);
  book.events.tablesAt = (sheetId, area) => book.tables.at(sheetId, area).map(({ id }) => id);
  const references = new References();
  watchCells(book, references);
  watchRuleShifts(grid);
  keepRowHeights(grid);
  paintPromptly(grid);
  keepShapesWithCells(grid, book.shapes);
  watchSheets(book);
  watchSelection(book);
  watchTyping(book, around);
  return { book, host: hostOf(book, references, around) };
}

function hostOf(book: Book, references: References, { ribbon, cellEditEnded }: Surroundings): Host {
  const { grid } = book;
  const { calculation } = grid;
  return {
    root: new Workbook(book),
    model: MODEL,
    references,
    services: services(ribbon),
    async beforeBatch() {
      await cellEditEnded();
      book.events.hold();
    },
    async beforeRead() {
      await cellEditEnded();
      grid.flush();
      // One that is under way already, after an edit of a person's, is waited for, too.
      if (!calculation.suspended && !calculation.manual) await calculation.run();
    },
    async afterBatch() {
      // Somebody may have begun to type since; writing now would end that.
      await cellEditEnded();
      grid.flush();
      calculation.suspended = false;
      if (!calculation.manual) await calculation.run();
      book.events.release();
    },
  };
}

/** Edits by hand; the add-in's own writes report themselves. */
function watchCells(book: Book, references: References): void {
  watchChanges(book.grid, (change) => {
    for (const object of references.objects)
      if (object instanceof Range || object instanceof RangeAreas) object.follow(change);
    book.tables.follow(change);
    book.charts.follow(change);
    growTables(book, change);
    const { row, column, rows, columns } = change.area;
    const single = change.type === 'RangeEdited' && rows === 1 && columns === 1;
    if (single)
      book.events.changed(change, valueOf(change.before), valueAfter(book, change.sheetId, row, column));
    else book.events.changed(change);
  });
}

/** What a person clears below a table is no new row. */
function growTables({ grid, tables }: Book, change: Change): void {
  const isEmpty = change.type === 'RangeEdited' && !usedArea(grid, change.sheetId, change.area, true);
  if (isEmpty) return;
  for (const table of tables.grow(change)) paintTable(grid, table, table.area.rows - change.area.rows);
  grid.flush();
}

/** What was typed, as of now: the add-in may write over it before it hears of it. Only a formula's result comes later. */
function valueAfter(book: Book, sheetId: string, row: number, column: number): () => CellValue {
  const cell = book.grid.cell(sheetId, row, column);
  if (cell?.f || cell?.si) return () => valueAt({ book, sheetId }, row, column);
  const value = valueOf(cell);
  return () => value;
}

function watchSheets(book: Book): void {
  const { grid, events } = book;
  const { workbook } = grid;
  let active = workbook.getActiveSheet()?.getSheetId() ?? null;
  workbook.activeSheet$.subscribe((sheet) => {
    const id = sheet?.getSheetId() ?? null;
    if (id === null || id === active || grid.isRestructuring) return;
    events.activated(id, active);
    active = id;
  });
  workbook.sheetCreated$.subscribe((sheet) => {
    // A sheet that a person adds has Univer's own measures.
    if (!grid.isAddinAtWork) Object.assign(sheet.getConfig(), SHEET_DEFAULTS);
    events.added(sheet.getSheetId());
  });
  watchDeletedSheets(book);
}

/** By the add-in or by hand: what belongs to a sheet goes with it, and, as in Excel, for good. */
function watchDeletedSheets({ grid, events, tables, charts, shapes }: Book): void {
  grid.commands.beforeCommandExecuted((info) => {
    if (info.id !== RemoveSheetMutation.id) return;
    const { subUnitId } = info.params as { subUnitId: string };
    breakReferences(grid, subUnitId);
    forgetNamesOf(grid, subUnitId);
    tables.forgetSheet(subUnitId);
    charts.forgetSheet(subUnitId);
    shapes.forgetSheet(subUnitId);
  });
  grid.commands.onCommandExecuted((info) => {
    if (info.id !== RemoveSheetMutation.id) return;
    grid.calculation.markFormulasDirty();
    events.deleted((info.params as { subUnitId: string }).subUnitId);
    // Univer records its undo step only after this.
    setTimeout(() => grid.forgetUndo());
  });
}

function watchSelection({ grid, events }: Book): void {
  let last = '';
  grid.injector.get(SheetsSelectionsService).selectionChanged$.subscribe((selections) => {
    const sheetId = grid.workbook.getActiveSheet()?.getSheetId();
    if (!sheetId || !selections?.length || grid.isRestructuring) return;
    const address = selections.map(({ range }) => formatArea(areaOf(range))).join(',');
    const key = `${sheetId}!${address}`;
    if (key === last) return;
    last = key;
    events.selectionChanged(sheetId, address);
  });
}
