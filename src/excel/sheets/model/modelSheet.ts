import { columnName, toA1, type Rect } from '../../../notebook/sheet/address';
import {
  COUNTED,
  TYPED,
  type CountedRow,
  type ModelField,
  type ModelFields,
  type ModelProblem,
  type TypedRow,
} from '../../../notebook/model/columns';
import { wordCell } from '../../write/cellValue';
import { styleRefused, styleTyped } from '../../write/style';
import { modelSheetTexts } from '../../../texts/excel/model';

/** The cells above the table, from top to bottom. */
export const FIELDS: readonly ModelField[] = ['Images', 'Channels', 'Height', 'Width', 'Loss'];
/** The headings of the table. */
export const COLUMNS = [...TYPED, ...COUNTED];
export type Heading = (typeof COLUMNS)[number];

/** Totals, to the right of the fields. */
export interface ModelTotals {
  readonly parameters: number;
  readonly activations: number;
  readonly cells: number;
}

/** The contents of a model sheet, and their cells. */
export interface ModelReading {
  readonly fields: ModelFields;
  readonly rows: readonly TypedRow[];
  /** "C12": the cell that a problem is about. */
  addressOf(problem: ModelProblem): string;
  /** The cells below a heading, wherever its column was moved. */
  cellsUnder(heading: Heading): Rect;
}

/**
 * Reads a model sheet; undefined if the sheet is gone. @throws ModelSheetError if its table or cells are gone
 */
export async function readModel(
  context: Excel.RequestContext,
  id: string,
): Promise<ModelReading | undefined> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(id);
  sheet.load('name');
  sheet.tables.load('items/name');
  const cells = FIELDS.map((field) => {
    const range = sheet.names.getItemOrNullObject(nameOf(field)).getRangeOrNullObject();
    range.load('values,rowIndex,columnIndex');
    return range;
  });
  await context.sync();
  if (sheet.isNullObject) return undefined;
  const [table] = sheet.tables.items;
  if (!table || cells.some((cell) => cell.isNullObject)) throw new ModelSheetError(sheet.name);
  const range = table.getRange();
  range.load('values,rowIndex,columnIndex,rowCount,columnCount');
  await context.sync();
  const [headings, ...rows] = range.values as unknown[][];
  const at = new Map(headings.map((heading, index) => [String(heading), index]));
  if (COLUMNS.some((column) => !at.has(column))) throw new ModelSheetError(sheet.name);
  const field = (name: ModelField) => cells[FIELDS.indexOf(name)];
  return {
    fields: Object.fromEntries(FIELDS.map((name) => [name, field(name).values[0][0]])) as Record<
      ModelField,
      unknown
    >,
    rows: rows.map(
      (row) =>
        Object.fromEntries(TYPED.map((column) => [column, row[at.get(column)!]])) as unknown as TypedRow,
    ),
    cellsUnder: (heading) => ({
      row: range.rowIndex + 1,
      column: range.columnIndex + at.get(heading)!,
      rows: range.rowCount - 1,
      columns: 1,
    }),
    addressOf({ row, column }) {
      if (row === undefined) {
        const { rowIndex, columnIndex } = field(column as ModelField);
        return columnName(columnIndex) + (rowIndex + 1);
      }
      return columnName(range.columnIndex + at.get(column)!) + (range.rowIndex + 2 + row);
    },
  };
}

/** Writes the computed columns, and problems in the Note column; highlights the cells at fault. */
export async function writeCounts(
  context: Excel.RequestContext,
  id: string,
  { cellsUnder, addressOf }: ModelReading,
  counted: readonly CountedRow[],
  totals: ModelTotals | undefined,
  problems: readonly ModelProblem[],
): Promise<void> {
  const sheet = context.workbook.worksheets.getItem(id);
  const under = (heading: Heading) => sheet.getRange(toA1(cellsUnder(heading)));
  for (const heading of COUNTED)
    under(heading).values = counted.map((row, index) => [noteOr(heading, row, index, problems)]);
  for (const heading of TYPED) styleTyped(under(heading));
  FIELDS.forEach((field) => styleTyped(sheet.getRange(addressOf({ column: field, message: '' }))));
  for (const problem of problems) styleRefused(sheet.getRange(addressOf(problem)));
  const right = sheet.names.getItemOrNullObject(TOTALS).getRangeOrNullObject();
  right.load('address');
  await context.sync();
  if (right.isNullObject) return;
  right.values = [
    [modelSheetTexts.totals.parameters, '', totals?.parameters ?? ''],
    [modelSheetTexts.totals.activations, '', totals?.activations ?? ''],
    [modelSheetTexts.totals.cells, '', totals?.cells ?? ''],
  ];
  await context.sync();
}

function noteOr(
  column: (typeof COUNTED)[number],
  row: CountedRow,
  index: number,
  problems: readonly ModelProblem[],
): string | number {
  if (column !== 'Note') return row[column];
  return wordCell(problems.find((problem) => problem.row === index)?.message ?? String(row.Note));
}

/** A model sheet whose table was damaged. */
export class ModelSheetError extends Error {
  constructor(sheet: string) {
    super(modelSheetTexts.damaged(sheet));
  }
}

/** Defined name of the cells of the totals. */
export const TOTALS = 'model.totals';

/** Defined name of the cell of a field. */
export function nameOf(field: ModelField): string {
  return `model.${field.toLowerCase()}`;
}
