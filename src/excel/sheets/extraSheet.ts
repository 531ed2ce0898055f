import { addSheets, type Frozen } from '../front';
import type { Rect } from '../../notebook/sheet/address';
import { sheetName } from '../../notebook/sheet/sheetName';

/** What the add-in keeps on a sheet of its own beside a notebook. */
export type ExtraKind = 'log' | 'confusion' | 'data' | 'filters' | 'matrix';

/** Which sheet is meant. */
export interface ExtraSheet {
  /** The sheet's id when it was drawn last; undefined when it never was. */
  readonly place: string | undefined;
  /** Of the notebook: "Lesson 4" has its log on "Lesson 4 log". */
  readonly title: string;
  readonly kind: ExtraKind;
}

/** Which sheet is to be drawn when there is none yet. */
export interface NewSheet extends ExtraSheet {
  /** What of a new sheet stays in view. */
  readonly frozen: Frozen;
}

/** Where a block begins. */
export type Corner = Pick<Rect, 'row' | 'column'>;

export const TOP_LEFT: Corner = { row: 0, column: 0 };

export interface FoundSheet {
  readonly sheet: Excel.Worksheet;
  readonly id: string;
  /** The cells that are ours; undefined when they were deleted, or moved to another sheet. */
  readonly block: Rect | undefined;
}

/**
 * Look for a sheet by its id, which outlives a rename, or else by its name, since a copy of the file may have given its
 * sheets other ids. A sheet that only has the name, without our mark, is somebody's.
 * @returns also a name that is free, for the sheet that is to be drawn if there is none
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

/** Add a sheet and have it drawn. When that fails it is taken away again, so that nothing stays half-drawn. */
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
  try {
    const { row, column, rows, columns } = block;
    sheet.names.add(
      MARKS[kind],
      sheet.getRangeByIndexes(row, column, rows, columns),
      'Drawn by Cellvolution',
    );
    await draw(sheet);
  } catch (error) {
    sheet.delete();
    await context.sync().catch(() => undefined);
    throw error;
  }
  return sheet.id;
}

/** How many rows and columns a block has. */
export type Size = Pick<Rect, 'rows' | 'columns'>;

/** Where a block that is being drawn stands. */
export interface BlockPlace {
  readonly sheet: Excel.Worksheet;
  readonly corner: Corner;
  /** The cells of the block, wherever they are when they are written. */
  readonly range: Excel.Range;
  readonly isNew: boolean;
}

/**
 * Draw a block over the one that was drawn last, wherever that has moved to. A block that was taken apart (rows were
 * inserted in it, a part was deleted) is somebody's by now: it is left as it is, and drawn on a new sheet.
 * @returns the sheet's id
 */
export async function drawBlock(
  context: Excel.RequestContext,
  own: NewSheet,
  size: Size,
  draw: (place: BlockPlace) => Promise<void>,
): Promise<string> {
  const { found, freeName } = await findSheet(context, own);
  const onto = (sheet: Excel.Worksheet, corner: Corner, isNew: boolean) =>
    draw({ sheet, corner, range: sheet.names.getItem(MARKS[own.kind]).getRange(), isNew });
  if (found?.block?.rows === size.rows && found.block.columns === size.columns) {
    await onto(found.sheet, found.block, false);
    return found.id;
  }
  return addSheet(context, freeName, own, { ...TOP_LEFT, ...size }, (sheet) => onto(sheet, TOP_LEFT, true));
}

/** Where the block of a sheet stands now; undefined when sheet or block are gone. */
export async function whereIs(
  context: Excel.RequestContext,
  place: string,
  kind: ExtraKind,
): Promise<Rect | undefined> {
  const candidate = lookUp(context, place, kind);
  await context.sync();
  return candidate.sheet.isNullObject ? undefined : foundAt(candidate).block;
}

/** A defined name on the sheet, which moves along with the cells that it is the name of. */
export const MARKS: Readonly<Record<ExtraKind, string>> = {
  log: 'cellvolution.log',
  confusion: 'cellvolution.confusion',
  data: 'cellvolution.data',
  filters: 'cellvolution.filters',
  matrix: 'cellvolution.matrix',
};

interface Candidate {
  readonly sheet: Excel.Worksheet;
  readonly mark: Excel.NamedItem;
  readonly range: Excel.Range;
}

function lookUp(context: Excel.RequestContext, key: string, kind: ExtraKind): Candidate {
  const sheet = context.workbook.worksheets.getItemOrNullObject(key);
  const mark = sheet.names.getItemOrNullObject(MARKS[kind]);
  const range = mark.getRangeOrNullObject();
  sheet.load('id');
  mark.load('name');
  range.load('rowIndex,columnIndex,rowCount,columnCount,worksheet/id');
  return { sheet, mark, range };
}

function foundAt({ sheet, range }: Candidate): FoundSheet {
  const { id } = sheet;
  if (range.isNullObject || range.worksheet.id !== id) return { sheet, id, block: undefined };
  const { rowIndex: row, columnIndex: column, rowCount: rows, columnCount: columns } = range;
  return { sheet, id, block: { row, column, rows, columns } };
}

/** "Lesson 4 log", or "Lesson 4 log (2)"; of a long title only the beginning. */
function nameOf(title: string, kind: ExtraKind, count: number): string {
  return sheetName(title, ` ${kind}${count > 1 ? ` (${count})` : ''}`);
}
