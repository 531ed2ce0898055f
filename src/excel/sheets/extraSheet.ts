import type { Rect } from '../../notebook/sheet/address';

/** The kinds of sheets that the add-in adds beside a notebook. */
export type ExtraKind = 'log' | 'confusion' | 'data' | 'filters' | 'matrix';

/** Identifies such a sheet. */
export interface ExtraSheet {
  /** The sheet's id when it was last drawn; undefined if it never was. */
  readonly place: string | undefined;
  /** The notebook's title: the log of "Lesson 4" is on "Lesson 4 log". */
  readonly title: string;
  readonly kind: ExtraKind;
}

/** The top left cell of a block. */
export type Corner = Pick<Rect, 'row' | 'column'>;

export const TOP_LEFT: Corner = { row: 0, column: 0 };

export interface FoundSheet {
  readonly sheet: Excel.Worksheet;
  readonly id: string;
  /** The cells of our block; undefined if they were deleted, or moved to another sheet. */
  readonly block: Rect | undefined;
}

/** The present place of a sheet's block; undefined if sheet or block are gone. */
export async function whereIs(
  context: Excel.RequestContext,
  place: string,
  kind: ExtraKind,
): Promise<Rect | undefined> {
  const candidate = lookUp(context, place, kind);
  await context.sync();
  return candidate.sheet.isNullObject ? undefined : foundAt(candidate).block;
}

/** A defined name on the sheet that moves along with its cells. */
export const MARKS: Readonly<Record<ExtraKind, string>> = {
  log: 'cellvolution.log',
  confusion: 'cellvolution.confusion',
  data: 'cellvolution.data',
  filters: 'cellvolution.filters',
  matrix: 'cellvolution.matrix',
};

export interface Candidate {
  readonly sheet: Excel.Worksheet;
  readonly mark: Excel.NamedItem;
  readonly range: Excel.Range;
}

export function lookUp(context: Excel.RequestContext, key: string, kind: ExtraKind): Candidate {
  const sheet = context.workbook.worksheets.getItemOrNullObject(key);
  const mark = sheet.names.getItemOrNullObject(MARKS[kind]);
  const range = mark.getRangeOrNullObject();
  sheet.load('id');
  mark.load('name');
  range.load('rowIndex,columnIndex,rowCount,columnCount,worksheet/id');
  return { sheet, mark, range };
}

export function foundAt({ sheet, range }: Candidate): FoundSheet {
  const { id } = sheet;
  if (range.isNullObject || range.worksheet.id !== id) return { sheet, id, block: undefined };
  const { rowIndex: row, columnIndex: column, rowCount: rows, columnCount: columns } = range;
  return { sheet, id, block: { row, column, rows, columns } };
}
