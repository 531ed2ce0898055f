import { newNotebook } from '../../../src/addin/commands/createNotebook';
import { Session } from '../../../src/addin/session';
import { parseA1 } from '../../../src/notebook/sheet/address';
import { LESSON_4 } from '../../../src/notebook/presets/lesson4';
import type { NotebookSpec } from '../../../src/notebook/sheet/spec';
import { THIS_CLIENT } from '../../../src/workbook/grid/clients';
import type { Behaviour } from '../../../src/workbook/behaviour/behaviour';
import type { DocumentData } from '../../../src/workbook/book/document';
import { headlessExcel, type HeadlessExcel } from '../../workbook/support/headlessExcel';
import { quiet } from './bridge';

/** A person at a notebook, without a screen: the real office.js, the real session, a real spreadsheet. */
export interface Sheet {
  readonly excel: HeadlessExcel;
  readonly session: Session;
  type(address: string, value: number | string, sheet?: string): Promise<void>;
  /** Rows of values at once, as paste or Excel's own undo brings them. */
  paste(address: string, rows: readonly (readonly unknown[])[], sheet?: string): Promise<void>;
  /** As `paste`, by somebody else, who works in the same workbook on another machine. */
  coauthor(address: string, rows: readonly (readonly unknown[])[], sheet?: string): Promise<void>;
  /** Cuts cells and pastes them elsewhere on the sheet, or drags them there. */
  cut(from: string, to: string, sheet?: string): Promise<void>;
  /** Goes to a worksheet by its tab. */
  activate(sheet: string): Promise<void>;
  undo(): Promise<void>;
  redo(): Promise<void>;
  /** Selects cells of the sheet that is active, as a click or a drag does. */
  select(address: string, sheet?: string): Promise<void>;
  /** Puts other rows of an area in the places of its rows; by zero-based rows of the sheet. */
  sort(address: string, order: Readonly<Record<number, number>>, sheet?: string): Promise<void>;
  /** Excel behaves otherwise from now on. */
  behave(changes: Partial<Behaviour>): void;
  read(address: string, sheet?: string): Promise<unknown[][]>;
  /** Defined names of a worksheet. */
  names(sheet: string): Promise<string[]>;
  /** Inserts a column before the one at a zero-based index. */
  insertColumn(column: number, sheet: string): Promise<void>;
  /** Inserts whole rows, "3:4", or columns, "C:D". */
  insert(lines: string, sheet: string): Promise<void>;
  /** Deletes whole rows, "3:4", or columns, "C:D". */
  delete(lines: string, sheet: string): Promise<void>;
  /** Clears contents and formats. */
  clearAll(address: string, sheet: string): Promise<void>;
  /** Deletes a worksheet, as the tab's menu does. */
  remove(sheet: string): Promise<void>;
  /** Names of all worksheets. */
  sheets(): Promise<string[]>;
  /** Deletes all worksheets but one, which is empty: what is in the workbook is computed with every edit. */
  clear(): Promise<void>;
  close(): void;
}

/** The client of Excel of somebody without the add-in. */
const COAUTHOR = -1;

/** What waits for an event about a sheet of that id. */
const awaited = new Map<string, () => void>();

function listen(): Promise<void> {
  return Excel.run(async (context) => {
    context.workbook.worksheets.onAdded.add(async ({ worksheetId }) => awaited.get(worksheetId)?.());
    await context.sync();
  });
}

export function openLesson4(): Promise<Sheet> {
  return openNotebook(LESSON_4);
}

/** A workbook that was closed is opened again, by somebody who has the add-in. */
export function reopen(document: DocumentData): Promise<Sheet> {
  return openNotebook(undefined, undefined, document);
}

/** Without a spec: an empty workbook. In an Excel that is strict but for what a test changes. */
export async function openNotebook(
  spec?: NotebookSpec,
  changes?: Partial<Behaviour>,
  document?: DocumentData,
): Promise<Sheet> {
  const excel = await headlessExcel(changes, document);
  const session = new Session();
  await session.open();
  await listen();
  if (spec) await session.perform(newNotebook(spec));
  return {
    excel,
    session,
    type: (address, value, sheet = 'Lesson 4') =>
      byHand(
        excel,
        session,
        typing(excel, address, () => value, sheet),
      ),
    paste: (address, rows, sheet = 'Lesson 4') =>
      byHand(
        excel,
        session,
        typing(excel, address, (row, column) => rows[row][column], sheet),
      ),
    coauthor: async (address, rows, sheet = 'Lesson 4') => {
      const { grid } = excel.book;
      const { id, params } = typing(excel, address, (row, column) => rows[row][column], sheet);
      grid.clients.ofPerson = COAUTHOR;
      await grid.commands.executeCommand(id, params);
      grid.clients.ofPerson = THIS_CLIENT;
      await lastEventHeard(excel);
      await session.idle(quiet);
    },
    cut: (from, to, sheet = 'Lesson 4') =>
      byHand(excel, session, {
        id: 'sheet.command.move-range',
        params: {
          fromRange: areaOf(excel, from, sheet).range,
          toRange: areaOf(excel, to, sheet).range,
          fromSubUnitId: areaOf(excel, from, sheet).subUnitId,
          toSubUnitId: areaOf(excel, from, sheet).subUnitId,
        },
      }),
    activate: (name) => byHand(excel, session, ofSheet(excel, 'set-worksheet-activate', name)),
    undo: () => byHand(excel, session, { id: 'univer.command.undo' }),
    redo: () => byHand(excel, session, { id: 'univer.command.redo' }),
    select: (address, sheet = 'Lesson 4') =>
      byHand(excel, session, {
        id: 'sheet.operation.set-selections',
        params: selecting(excel, address, sheet),
      }),
    sort: (address, order, sheet = 'Lesson 4') =>
      byHand(excel, session, {
        id: 'sheet.command.reorder-range',
        params: { ...areaOf(excel, address, sheet), order },
      }),
    behave: (changes) => excel.behave(changes),
    read,
    names,
    insertColumn: (column, name) => {
      const { unitId, workbook } = excel.book.grid;
      const subUnitId = workbook.getSheetBySheetName(name)!.getSheetId();
      const range = { startRow: 0, endRow: 999, startColumn: column, endColumn: column, rangeType: 2 };
      const params = { unitId, subUnitId, range, direction: 3 };
      return byHand(excel, session, { id: 'sheet.command.insert-col-by-range', params });
    },
    insert: (lines, name) => byHand(excel, session, ofLines(excel, 'insert', lines, name)),
    // Univer deletes from the sheet in front, whichever is named.
    delete: async (lines, name) => {
      if (excel.book.grid.workbook.getActiveSheet().getName() !== name)
        await byHand(excel, session, ofSheet(excel, 'set-worksheet-activate', name));
      await byHand(excel, session, ofLines(excel, 'remove', lines, name));
    },
    clearAll: (address, name) => {
      const { range, ...sheet } = areaOf(excel, address, name);
      return byHand(excel, session, {
        id: 'sheet.command.clear-selection-all',
        params: { ...sheet, ranges: [range] },
      });
    },
    remove: (name) => byHand(excel, session, ofSheet(excel, 'remove-sheet', name)),
    sheets: async () => excel.book.grid.workbook.getSheets().map((each) => each.getName()),
    clear: async () => {
      await clear();
      await session.idle(quiet);
    },
    close: () => excel.close(),
  };
}

interface Command {
  readonly id: string;
  readonly params?: object;
}

function typing(
  excel: HeadlessExcel,
  address: string,
  valueAt: (row: number, column: number) => unknown,
  sheet: string,
): Command {
  const { rows, columns } = parseA1(address);
  const cell = (value: unknown) =>
    typeof value === 'string' && value.startsWith('=')
      ? { f: value }
      : { v: value, t: typeof value === 'number' ? 2 : 1 };
  const cells = Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns }, (__, c) => cell(valueAt(r, c))),
  );
  return { id: 'sheet.command.set-range-values', params: { ...areaOf(excel, address, sheet), value: cells } };
}

function ofSheet({ book }: HeadlessExcel, command: string, name: string): Command {
  const { unitId, workbook } = book.grid;
  const subUnitId = workbook.getSheetBySheetName(name)!.getSheetId();
  return { id: `sheet.command.${command}`, params: { unitId, subUnitId } };
}

/** Whole rows or columns, as the menu of their headings inserts and deletes them. */
function ofLines(excel: HeadlessExcel, deed: 'insert' | 'remove', lines: string, name: string): Command {
  const isRows = /^\d/.test(lines);
  const { row, column, rows, columns } = parseA1(lines);
  const { unitId, workbook } = excel.book.grid;
  const sheet = workbook.getSheetBySheetName(name)!;
  const range = {
    startRow: row,
    endRow: isRows ? row + rows - 1 : sheet.getRowCount() - 1,
    startColumn: column,
    endColumn: isRows ? sheet.getColumnCount() - 1 : column + columns - 1,
    rangeType: isRows ? 1 : 2,
  };
  // Univer's directions: up for rows, left for columns.
  const direction = isRows ? 0 : 3;
  return {
    id: `sheet.command.${deed}-${isRows ? 'row' : 'col'}-by-range`,
    params: { unitId, subUnitId: sheet.getSheetId(), range, direction },
  };
}

/** Some cells, as Univer's commands take them. */
function areaOf({ book }: HeadlessExcel, address: string, sheet: string) {
  const { row, column, rows, columns } = parseA1(address);
  const { unitId, workbook } = book.grid;
  const range = {
    startRow: row,
    endRow: row + rows - 1,
    startColumn: column,
    endColumn: column + columns - 1,
  };
  return { unitId, subUnitId: workbook.getSheetBySheetName(sheet)!.getSheetId(), range };
}

function selecting(excel: HeadlessExcel, address: string, sheet: string): object {
  const { range, ...at } = areaOf(excel, address, sheet);
  return { ...at, type: 2, selections: [{ range, primary: null, style: null }] };
}

/** What a person does, and the session's answer to it. */
async function byHand(excel: HeadlessExcel, session: Session, { id, params }: Command): Promise<void> {
  await excel.book.grid.commands.executeCommand(id, params);
  await lastEventHeard(excel);
  await session.idle(quiet);
}

/** Events are heard in the order in which they happened: one of our own comes after all others. */
async function lastEventHeard(excel: HeadlessExcel): Promise<void> {
  const own = `event ${performance.now()}`;
  await new Promise<void>((resolve) => {
    awaited.set(own, resolve);
    excel.book.events.added(own);
  });
  awaited.delete(own);
}

const EMPTY = 'Sheet1';

async function clear(): Promise<void> {
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const empty = worksheets.getItemOrNullObject(EMPTY);
    worksheets.load('items/name');
    await context.sync();
    if (empty.isNullObject) worksheets.add(EMPTY);
    for (const worksheet of worksheets.items) if (worksheet.name !== EMPTY) worksheet.delete();
    await context.sync();
  });
}

function names(sheet: string): Promise<string[]> {
  return Excel.run(async (context) => {
    const { names: own } = context.workbook.worksheets.getItem(sheet);
    own.load('items/name');
    await context.sync();
    return own.items.map(({ name }) => name);
  });
}

function read(address: string, sheet = 'Lesson 4'): Promise<unknown[][]> {
  return Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(sheet).getRange(address);
    range.load('values');
    await context.sync();
    return range.values as unknown[][];
  });
}
