import { cellRect, columnName, toA1, type Rect } from '../../../notebook/sheet/address';
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
import { refuseMerged } from '../../read/mergedAreas';
import { styleRefused, styleTyped } from '../../write/style';
import { ModelSheetError } from './modelSheetError';
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

/** The cells of a model sheet that are computed. */
export interface ComputedCells {
  readonly counted: readonly (readonly unknown[])[];
  /** Undefined where somebody deleted these cells. */
  readonly totals: readonly (readonly unknown[])[] | undefined;
}

/** The contents of a model sheet, and their cells. */
export interface ModelReading {
  /** Name of the sheet. */
  readonly title: string;
  readonly fields: ModelFields;
  readonly rows: readonly TypedRow[];
  /** What the cells hold that the add-in computes: rows under the headings COUNTED, and the totals. */
  readonly computed: ComputedCells;
  /** "C12": the cell that a problem is about. */
  addressOf(problem: ModelProblem): string;
  /** The cells of a row of the table, from 0. */
  rowAt(row: number): Rect;
  /** The cells below a heading, wherever its column was moved. */
  cellsUnder(heading: Heading): Rect;
}

/**
 * Reads a model sheet; undefined if the sheet is gone.
 * @throws ModelSheetError if its table or cells are gone, MergedError where cells beside the table are merged
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
  const totals = sheet.names.getItemOrNullObject(TOTALS).getRangeOrNullObject();
  totals.load('values,rowIndex,columnIndex');
  await context.sync();
  if (sheet.isNullObject) return undefined;
  const [table] = sheet.tables.items;
  if (!table || cells.some((cell) => cell.isNullObject)) throw new ModelSheetError(sheet.name);
  const range = table.getRange();
  range.load('values,rowIndex,columnIndex,rowCount,columnCount');
  const filled = totals.isNullObject ? [] : [...rectsIn(totals, 0), ...rectsIn(totals, NUMBERS)];
  await refuseMerged(context, sheet, [...cells.flatMap((cell) => rectsIn(cell, 0)), ...filled]);
  const [headings, ...rows] = range.values as unknown[][];
  const at = new Map(headings.map((heading, index) => [String(heading), index]));
  if (COLUMNS.some((column) => !at.has(column))) throw new ModelSheetError(sheet.name);
  const field = (name: ModelField) => cells[FIELDS.indexOf(name)];
  return {
    title: sheet.name,
    fields: Object.fromEntries(FIELDS.map((name) => [name, field(name).values[0][0]])) as Record<
      ModelField,
      unknown
    >,
    rows: rows.map(
      (row) =>
        Object.fromEntries(TYPED.map((column) => [column, row[at.get(column)!]])) as unknown as TypedRow,
    ),
    computed: {
      counted: rows.map((row) => COUNTED.map((column) => row[at.get(column)!])),
      totals: totals.isNullObject ? undefined : totals.values,
    },
    rowAt: (row) => ({
      row: range.rowIndex + 1 + row,
      column: range.columnIndex,
      rows: 1,
      columns: range.columnCount,
    }),
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

/** In which column of the totals the numbers stand. */
const NUMBERS = 2;

/** The cells of one column of a range, one by one: each is hidden by a merged area of which it is not the first cell. */
function rectsIn({ values, rowIndex, columnIndex }: Excel.Range, column: number): Rect[] {
  return values.map((_, row) => cellRect(rowIndex + row, columnIndex + column));
}

/** What the computed cells of a model sheet should hold, with problems in the Note column. */
export function computedCells(
  { computed }: ModelReading,
  counted: readonly CountedRow[],
  totals: ModelTotals | undefined,
  problems: readonly ModelProblem[],
): ComputedCells {
  return {
    counted: counted.map((row, index) => COUNTED.map((column) => noteOr(column, row, index, problems))),
    totals: computed.totals && [
      [modelSheetTexts.totals.parameters, '', totals?.parameters ?? ''],
      [modelSheetTexts.totals.activations, '', totals?.activations ?? ''],
      [modelSheetTexts.totals.cells, '', totals?.cells ?? ''],
    ],
  };
}

/** Writes the computed cells, and highlights the cells at fault; one request, and so one undo. */
export async function writeComputed(
  context: Excel.RequestContext,
  id: string,
  { cellsUnder, addressOf }: ModelReading,
  { counted, totals }: ComputedCells,
  problems: readonly ModelProblem[],
): Promise<void> {
  const sheet = context.workbook.worksheets.getItem(id);
  const under = (heading: Heading) => sheet.getRange(toA1(cellsUnder(heading)));
  COUNTED.forEach((heading, column) => {
    under(heading).values = counted.map((row) => [cellOf(row[column])]);
  });
  for (const heading of TYPED) styleTyped(under(heading));
  FIELDS.forEach((field) => styleTyped(sheet.getRange(addressOf({ column: field, message: '' }))));
  for (const problem of problems) styleRefused(sheet.getRange(addressOf(problem)));
  if (totals) sheet.names.getItem(TOTALS).getRange().values = totals.map((row) => [...row]);
  await context.sync();
}

function cellOf(value: unknown): unknown {
  return typeof value === 'string' ? wordCell(value) : value;
}

function noteOr(
  column: (typeof COUNTED)[number],
  row: CountedRow,
  index: number,
  problems: readonly ModelProblem[],
): string | number {
  if (column !== 'Note') return row[column];
  return problems.find((problem) => problem.row === index)?.message ?? String(row.Note);
}

/** Defined name of the cells of the totals. */
export const TOTALS = 'model.totals';

/** Defined name of the cell of a field. */
export function nameOf(field: ModelField): string {
  return `model.${field.toLowerCase()}`;
}
