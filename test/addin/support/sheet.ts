import { newNotebook } from '../../../src/addin/commands/createNotebook';
import { Session } from '../../../src/addin/session';
import { parseA1 } from '../../../src/notebook/sheet/address';
import { LESSON_4 } from '../../../src/notebook/presets/lesson4';
import type { NotebookSpec } from '../../../src/notebook/sheet/spec';
import { headlessExcel, type HeadlessExcel } from '../../workbook/support/headlessExcel';

/** A person at a notebook, without a screen: the real office.js, the real session, a real spreadsheet. */
export interface Sheet {
  readonly session: Session;
  type(address: string, value: number | string, sheet?: string): Promise<void>;
  /** Rows of values at once, as paste or Excel's own undo brings them. */
  paste(address: string, rows: readonly (readonly unknown[])[], sheet?: string): Promise<void>;
  undo(): Promise<void>;
  read(address: string, sheet?: string): Promise<unknown[][]>;
  /** Defined names of a worksheet. */
  names(sheet: string): Promise<string[]>;
  /** Inserts a column before the one at a zero-based index. */
  insertColumn(column: number, sheet: string): Promise<void>;
  /** Deletes a worksheet, as the tab's menu does. */
  remove(sheet: string): Promise<void>;
  /** Names of all worksheets. */
  sheets(): Promise<string[]>;
  close(): void;
}

/** How often the workbook told of a change. */
let heard = 0;

async function listen(): Promise<void> {
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.onChanged.add(async () => void heard++);
    worksheets.onDeleted.add(async () => void heard++);
    await context.sync();
  });
}

export function openLesson4(): Promise<Sheet> {
  return openNotebook(LESSON_4);
}

/** Without a spec: an empty workbook. */
export async function openNotebook(spec?: NotebookSpec): Promise<Sheet> {
  const excel = await headlessExcel();
  const session = new Session();
  await session.open();
  await listen();
  if (spec) await session.perform(newNotebook(spec));
  return {
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
    undo: () => byHand(excel, session, { id: 'univer.command.undo' }),
    read,
    names,
    insertColumn: (column, name) => {
      const { unitId, workbook } = excel.book.grid;
      const subUnitId = workbook.getSheetBySheetName(name)!.getSheetId();
      const range = { startRow: 0, endRow: 999, startColumn: column, endColumn: column, rangeType: 2 };
      const params = { unitId, subUnitId, range, direction: 3 };
      return byHand(excel, session, { id: 'sheet.command.insert-col-by-range', params });
    },
    remove: (name) => {
      const { unitId, workbook } = excel.book.grid;
      const subUnitId = workbook.getSheetBySheetName(name)!.getSheetId();
      return byHand(excel, session, { id: 'sheet.command.remove-sheet', params: { unitId, subUnitId } });
    },
    sheets: async () => excel.book.grid.workbook.getSheets().map((each) => each.getName()),
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
  const { row, column, rows, columns } = parseA1(address);
  const { unitId, workbook } = excel.book.grid;
  const range = {
    startRow: row,
    endRow: row + rows - 1,
    startColumn: column,
    endColumn: column + columns - 1,
  };
  const subUnitId = workbook.getSheetBySheetName(sheet)!.getSheetId();
  const cell = (value: unknown) =>
    typeof value === 'string' && value.startsWith('=')
      ? { f: value }
      : { v: value, t: typeof value === 'number' ? 2 : 1 };
  const cells = Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns }, (__, c) => cell(valueAt(r, c))),
  );
  return { id: 'sheet.command.set-range-values', params: { unitId, subUnitId, range, value: cells } };
}

/** Word of a change reaches the add-in within this time, while the spreadsheet calculates. */
const WORD_MS = 400;

/** What a person does, and the session's answer to it. */
async function byHand(excel: HeadlessExcel, session: Session, { id, params }: Command): Promise<void> {
  const before = heard;
  await excel.book.grid.commands.executeCommand(id, params);
  const since = Date.now();
  while (heard === before && Date.now() - since < WORD_MS)
    await new Promise((resolve) => setTimeout(resolve, 1));
  await session.idle(() => new Promise((resolve) => setTimeout(resolve, 5)));
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
