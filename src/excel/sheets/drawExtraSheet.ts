import { addSheets, isInBackground, type Frozen } from '../front';
import { queueAgain } from '../takeBack';
import type { Rect } from '../../notebook/sheet/address';
import { sheetName } from '../../notebook/sheet/sheetName';
import {
  foundAt,
  lookUp,
  MARKS,
  TOP_LEFT,
  type Corner,
  type ExtraKind,
  type ExtraSheet,
  type FoundSheet,
} from './extraSheet';

/** A sheet to draw if there is none yet. */
export interface NewSheet extends ExtraSheet {
  /** The panes to freeze on a new sheet. */
  readonly frozen: Frozen;
}

/**
 * Finds a sheet by its id, which survives renaming, or else by name, since ids may differ in a copy of the
 * file. A sheet of that name without our mark belongs to the user.
 * @returns also a free name, for drawing the sheet if there is none
 */
export async function findSheet(
  context: Excel.RequestContext,
  { place, title, kind }: ExtraSheet,
): Promise<{ found: FoundSheet | undefined; freeName: string }> {
  const { worksheets } = context.workbook;
  worksheets.load('items/name');
  const keys = place === undefined ? [] : [place, nameOf(title, kind, 1)];
  const candidates = keys.map((key) => lookUp(context, key, kind));
  await context.sync();
  const taken = new Set(worksheets.items.map(({ name }) => name.toLowerCase()));
  let count = 1;
  while (taken.has(nameOf(title, kind, count).toLowerCase())) count++;
  const candidate = candidates.find(({ sheet, mark }) => sheet.id === place || !mark.isNullObject);
  return { found: candidate && foundAt(candidate), freeName: nameOf(title, kind, count) };
}

/** Adds a sheet and draws it. */
export async function addSheet(
  context: Excel.RequestContext,
  name: string,
  { kind, frozen }: Pick<NewSheet, 'kind' | 'frozen'>,
  block: Rect,
  draw: (sheet: Excel.Worksheet) => Promise<void>,
): Promise<string> {
  const [sheet] = addSheets(context, [{ name, frozen }]);
  sheet.load('id');
  await context.sync();
  const { row, column, rows, columns } = block;
  sheet.names.add(
    MARKS[kind],
    sheet.getRangeByIndexes(row, column, rows, columns),
    COMMENT + sizeInWords(block),
  );
  await draw(sheet);
  return sheet.id;
}

/** Precedes the size of a block, and what else is known of it, in the comment of its defined name. */
export const COMMENT = 'Drawn by Cellvolution ';

/** "12×17". */
export function sizeInWords({ rows, columns }: Size): string {
  return `${rows}×${columns}`;
}

/** The size of a block. */
export type Size = Pick<Rect, 'rows' | 'columns'>;

/** The place of a block that is being drawn. */
export interface BlockPlace {
  readonly sheet: Excel.Worksheet;
  readonly corner: Corner;
  /** The cells of the block, wherever they are when written. */
  readonly range: Excel.Range;
  readonly isNew: boolean;
}

/**
 * Draws a block over the one drawn last, wherever that has moved. One of another size takes its place where
 * nothing else stands on the sheet. A block that the user has changed (rows inserted, a part deleted) is left
 * as it is, and the new one is drawn on a new sheet.
 * @param draw draws all cells of the block; it unmerges those of an earlier one before, for of what is written into merged cells Excel
 *   may keep only the first
 * @returns the sheet's id
 */
export async function drawBlock(
  context: Excel.RequestContext,
  own: NewSheet,
  size: Size,
  draw: (place: BlockPlace) => Promise<void>,
): Promise<string> {
  const { found, freeName } = await findSheet(context, own);
  const onto = (sheet: Excel.Worksheet, corner: Corner, isNew: boolean) => {
    const range = sheet.names.getItem(MARKS[own.kind]).getRange();
    return draw({ sheet, corner, range, isNew });
  };
  if (found?.block?.rows === size.rows && found.block.columns === size.columns) {
    const { sheet, block, id } = found;
    await drawTwice(context, () => onto(sheet, block, false));
    return id;
  }
  if (found?.block && (await isOnlyOurs(context, found.sheet, found.block, own.kind))) {
    const { sheet, block, id } = found;
    await drawTwice(context, () => {
      wipeBlock(sheet, block, 'All');
      moveMark(sheet, own.kind, { ...block, ...size });
      return onto(sheet, block, true);
    });
    return id;
  }
  return addSheet(context, freeName, own, { ...TOP_LEFT, ...size }, (sheet) => onto(sheet, TOP_LEFT, true));
}

/** Does the block have the size in which it was drawn, and does nothing else stand on its sheet? */
async function isOnlyOurs(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  block: Rect,
  kind: ExtraKind,
): Promise<boolean> {
  const mark = sheet.names.getItem(MARKS[kind]);
  mark.load('comment');
  const used = loadUsed(sheet);
  await context.sync();
  return mark.comment === COMMENT + sizeInWords(block) && isUsedWithin(used, block);
}

/** Where something stands on a sheet, to be loaded. */
export function loadUsed(sheet: Excel.Worksheet): Excel.Range {
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load('rowIndex,columnIndex,rowCount,columnCount');
  return used;
}

/** Does nothing stand on a sheet but in a block? @param used loaded by `loadUsed` */
export function isUsedWithin(used: Excel.Range, { row, column, rows, columns }: Rect): boolean {
  return (
    used.isNullObject ||
    (used.rowIndex >= row &&
      used.columnIndex >= column &&
      used.rowIndex + used.rowCount <= row + rows &&
      used.columnIndex + used.columnCount <= column + columns)
  );
}

/** Queues making a block's cells as those of a new sheet; with 'Formats', their contents stay. */
export function wipeBlock(
  sheet: Excel.Worksheet,
  { row, column, rows, columns }: Rect,
  what: 'All' | 'Formats',
): void {
  const cells = sheet.getRangeByIndexes(row, column, rows, columns);
  // What is written into merged cells Excel may ignore.
  cells.unmerge();
  cells.clear(what);
  cells.getEntireColumn().format.columnWidth = STANDARD_WIDTH;
  cells.getEntireRow().format.rowHeight = STANDARD_HEIGHT;
}

/** In points. */
const STANDARD_WIDTH = 48;
const STANDARD_HEIGHT = 15;

/** Queues marking other cells as the block. */
export function moveMark(sheet: Excel.Worksheet, kind: ExtraKind, block: Rect): void {
  const { row, column, rows, columns } = block;
  sheet.names.getItemOrNullObject(MARKS[kind]).delete();
  const cells = sheet.getRangeByIndexes(row, column, rows, columns);
  sheet.names.add(MARKS[kind], cells, COMMENT + sizeInWords(block));
}

/** Draws something that can be drawn over itself: where that fails, it is tried once more. */
export async function drawTwice(context: Excel.RequestContext, draw: () => Promise<void>): Promise<void> {
  try {
    await draw();
  } catch (error) {
    if (isInBackground(error)) throw error;
    queueAgain(context);
    await draw();
  }
}

/** "Lesson 4 log", or "Lesson 4 log (2)"; a long title is cut. */
function nameOf(title: string, kind: ExtraKind, count: number): string {
  return sheetName(title, ` ${kind}${count > 1 ? ` (${count})` : ''}`);
}
