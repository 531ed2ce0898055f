import { columnName, toA1, type Rect } from '../notebook/address';
import {
  COUNTED,
  TYPED,
  type CountedRow,
  type ModelField,
  type ModelFields,
  type ModelProblem,
  type TypedRow,
} from '../notebook/model/columns';
import {
  ACTIVATION_WORDS,
  INITIALISER_WORDS,
  LAYER_WORDS,
  LOSS_WORDS,
  PADDING_WORDS,
} from '../notebook/model/words';
import { setFormat } from './part';
import { offerWords, styleRefused, styleTyped } from './style';

const FIELDS: readonly ModelField[] = ['Images', 'Channels', 'Height', 'Width', 'Loss'];
/** Zero-based: the first of the fields, and the headings of the table. */
const FIELD_ROW = 3;
const HEADING_ROW = FIELD_ROW + FIELDS.length + 1;
/** Blank rows at the end of a new table, to type further layers into. */
const SPARE_ROWS = 4;
const COLUMNS = [...TYPED, ...COUNTED];
/** In pixels. */
const WIDTHS = [205, 200, 125, 65, 60, 80, 70, 105, 130, 140, 150, 150, 95, 185, 115, 420];

/** Totals that stand right of the fields. */
export interface ModelTotals {
  readonly parameters: number;
  readonly activations: number;
  readonly cells: number;
}

/** What a model sheet holds now, and where. */
export interface ModelReading {
  readonly fields: ModelFields;
  readonly rows: readonly TypedRow[];
  /** "C12": the cell that a problem is about. */
  addressOf(problem: ModelProblem): string;
  /** The body's cells under a heading, wherever somebody has moved it. */
  cellsUnder(heading: Heading): Rect;
}

type Heading = (typeof COLUMNS)[number];

/** Draw a model table on a new sheet and show it. @returns the sheet's id */
export async function drawModel(
  context: Excel.RequestContext,
  name: string,
  fields: ModelFields,
  rows: readonly TypedRow[],
  imageWords: readonly string[],
): Promise<string> {
  const sheet = context.workbook.worksheets.add(name);
  sheet.load('id');
  sheet.showGridlines = false;
  COLUMNS.forEach((_, column) => {
    sheet.getRangeByIndexes(0, column, 1, 1).getEntireColumn().format.columnWidth = WIDTHS[column] * 0.75;
  });
  sheet.getRange('A1').values = [['Model']];
  sheet.getRange('A1').format.font.bold = true;
  sheet.getRange('A1').format.font.size = 14;
  sheet.getRange('A2').values = [
    [
      'One row a layer; press Build to make the page of it. Blank cells take what is usual. ' +
        'A dense layer is the same as a fully connected one.',
    ],
  ];
  const cells = sheet.getRangeByIndexes(FIELD_ROW, 0, FIELDS.length, 2);
  cells.values = FIELDS.map((field) => [field, fields[field]]);
  FIELDS.forEach((field, index) => {
    const cell = sheet.getRangeByIndexes(FIELD_ROW + index, 1, 1, 1);
    sheet.names.add(nameOf(field), cell);
    cell.format.horizontalAlignment = 'Left';
    styleTyped(cell);
  });
  const totals = sheet.getRangeByIndexes(FIELD_ROW, 3, 3, 3);
  sheet.names.add(TOTALS, totals);
  setFormat(totals, '#,##0');
  offerWords(sheet.getRangeByIndexes(FIELD_ROW, 1, 1, 1), imageWords);
  offerWords(sheet.getRangeByIndexes(FIELD_ROW + 4, 1, 1, 1), LOSS_WORDS);
  drawTable(sheet, rows);
  sheet.freezePanes.freezeRows(HEADING_ROW + 1);
  sheet.activate();
  await context.sync();
  return sheet.id;
}

function drawTable(sheet: Excel.Worksheet, rows: readonly TypedRow[]): void {
  const count = rows.length + SPARE_ROWS;
  const body = sheet.getRangeByIndexes(HEADING_ROW + 1, 0, count, TYPED.length);
  // As text, or Excel takes a kernel such as 3-3 for a date.
  setFormat(sheet.getRangeByIndexes(HEADING_ROW + 1, TYPED.indexOf('Kernel'), count, 1), '@');
  sheet.getRangeByIndexes(HEADING_ROW, 0, 1, COLUMNS.length).values = [[...COLUMNS]];
  body.values = Array.from({ length: count }, (_, row) => TYPED.map((column) => rows[row]?.[column] ?? ''));
  const table = sheet.tables.add(
    toA1({ row: HEADING_ROW, column: 0, rows: count + 1, columns: COLUMNS.length }),
    true,
  );
  table.style = 'TableStyleLight1';
  table.showFilterButton = false;
  styleTyped(body);
  body.format.horizontalAlignment = 'Left';
  const column = (heading: Heading) =>
    sheet.getRangeByIndexes(HEADING_ROW + 1, COLUMNS.indexOf(heading), count, 1);
  column('Receptive field').format.horizontalAlignment = 'Right';
  offerWords(column('Layer'), LAYER_WORDS);
  offerWords(column('Padding'), PADDING_WORDS);
  offerWords(column('Activation'), ACTIVATION_WORDS);
  offerWords(column('Initialiser'), INITIALISER_WORDS);
  for (const heading of ['Parameters, counted', 'Activations', 'A dense layer would need'] as const)
    setFormat(column(heading), '#,##0');
}

/** Read a model sheet; undefined when the sheet is gone. @throws ModelSheetError when its table or cells are gone */
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

/** Write what is counted, mark what is wrong, and say so in the Note column. */
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
    ['Parameters in all', '', totals?.parameters ?? ''],
    ['Activations in all', '', totals?.activations ?? ''],
    ['Cells to draw', '', totals?.cells ?? ''],
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
  return problems.find((problem) => problem.row === index)?.message ?? row.Note;
}

/** A model sheet whose table is not as it was. */
export class ModelSheetError extends Error {
  constructor(sheet: string) {
    super(
      `The model table on '${sheet}' is no longer whole: a heading, or a cell above it, is missing. ` +
        'Undo that (Ctrl+Z), or delete the sheet and press Model for a new one.',
    );
  }
}

const TOTALS = 'model.totals';

function nameOf(field: ModelField): string {
  return `model.${field.toLowerCase()}`;
}
