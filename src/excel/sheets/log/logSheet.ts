import { cellRect } from '../../../notebook/sheet/address';
import { ifItFails } from '../../takeBack';
import { refuseMerged } from '../../read/mergedAreas';
import { numberCell, type CellValue } from '../../write/cellValue';
import { widthOf, widthOfWords } from '../../write/textWidth';
import { drawCharts } from './logCharts';
import { addSheet, findSheet } from '../drawExtraSheet';
import type { LogRow } from '../../../training/logRow';
import { logTexts } from '../../../texts/excel/log';

interface LogColumn {
  readonly heading: string;
  readonly key: keyof LogRow;
  readonly format: string;
  /** The longest number that is usual, as it is shown. */
  readonly longest: string;
}

/** From left to right. */
export const LOG_COLUMNS: readonly LogColumn[] = [
  { heading: logTexts.columns.step, key: 'step', format: '0', longest: '100000' },
  { heading: logTexts.columns.epoch, key: 'epoch', format: '0.00', longest: '100.00' },
  { heading: logTexts.columns.learningRate, key: 'learningRate', format: 'General', longest: '0.000125' },
  { heading: logTexts.columns.trainingLoss, key: 'trainingLoss', format: '0.0000', longest: '10.0000' },
  { heading: logTexts.columns.validationLoss, key: 'validationLoss', format: '0.0000', longest: '10.0000' },
  {
    heading: logTexts.columns.trainingAccuracy,
    key: 'trainingAccuracy',
    format: '0.0 %',
    longest: '100.0 %',
  },
  {
    heading: logTexts.columns.validationAccuracy,
    key: 'validationAccuracy',
    format: '0.0 %',
    longest: '100.0 %',
  },
];

const HEADING_ROW = 0;
const NOTE_ROW = 1;
/** The table's own headings. */
const TABLE_ROW = 3;

/** The cell that identifies a log. */
const MARKED = cellRect(HEADING_ROW, 0);
const NEW_LOG = { kind: 'log', frozen: { rows: TABLE_ROW + 1 } } as const;

/** Height of the two-line headings, in points; and the distance between table and charts. */
const HEADINGS_HEIGHT = 30;
const GAP_WIDTH = 18;

/**
 * Adds a blank sheet for a log that has none yet: while another workbook is in front Excel cannot add sheets,
 * and a run could not write its rows.
 * @returns the id of the log's sheet
 */
export async function prepareLog(
  context: Excel.RequestContext,
  place: string | undefined,
  title: string,
): Promise<string> {
  if (place !== undefined) return place;
  const { freeName } = await findSheet(context, { place, title, kind: 'log' });
  return addSheet(context, freeName, NEW_LOG, MARKED, () => context.sync());
}

/**
 * Adds rows to the training log of a notebook. A deleted log is drawn again. If only its table is gone, the
 * sheet is left to the user and the log continues on a new sheet.
 * @param place the id of the log's sheet, undefined when there has been none
 * @param title of the notebook
 * @returns the id of the log's sheet; there is none before the first row
 */
export async function appendLog(
  context: Excel.RequestContext,
  place: string | undefined,
  title: string,
  rows: readonly LogRow[],
): Promise<string | undefined> {
  if (rows.length === 0) return place;
  const { tables, names } = context.workbook;
  tables.load('items/name,items/worksheet/id,items/columns/items/name');
  names.load('items/name');
  const { found, freeName } = await findSheet(context, { place, title, kind: 'log' });
  const table =
    found && tables.items.find(({ worksheet, columns }) => worksheet.id === found.id && isLog(columns));
  if (found && table) {
    const count = await filledRows(context, table);
    await refuseMergedBelow(context, found.sheet, table, rows.length);
    takeBackRows(context, found.id, table.name, count);
    addRows(table, rows, count === 0);
    await context.sync();
    return found.id;
  }
  const taken = [...tables.items, ...names.items].map(({ name }) => name);
  const draw = async (sheet: Excel.Worksheet) => {
    drawLog(sheet, title, nameOfTable(title, taken), rows);
    await context.sync();
  };
  if (found && (await isBlank(context, found.sheet))) {
    // Another one is added then.
    ifItFails(context, ({ workbook }) => workbook.worksheets.getItem(found.id).delete());
    await draw(found.sheet);
    return found.id;
  }
  return addSheet(context, freeName, NEW_LOG, MARKED, draw);
}

/** How many rows the table has: none where it has a single one, which Step back has emptied. */
async function filledRows(context: Excel.RequestContext, table: Excel.Table): Promise<number> {
  const rows = table.getDataBodyRange();
  const last = rows.getLastRow();
  rows.load('rowCount');
  last.load('values');
  await context.sync();
  return rows.rowCount === 1 && last.values[0].every((cell) => cell === '') ? 0 : rows.rowCount;
}

/** If a request that adds rows fails, those that it added are deleted. */
function takeBackRows(context: Excel.RequestContext, sheet: string, name: string, count: number): void {
  ifItFails(context, async (later) => {
    const { tables } = later.workbook.worksheets.getItem(sheet);
    tables.load('items/name,items/rows/count');
    await later.sync();
    const table = tables.items.find((each) => each.name === name);
    if (!table) return;
    for (let row = table.rows.count - 1; row >= Math.max(1, count); row--) table.rows.getItemAt(row).delete();
    if (count === 0) table.getDataBodyRange().clear('Contents');
  });
}

/** The rows that are about to be added must not lie in merged cells. */
async function refuseMergedBelow(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  table: Excel.Table,
  count: number,
): Promise<void> {
  const last = table.getRange().getLastRow();
  last.load('rowIndex,columnIndex,columnCount');
  await context.sync();
  const { rowIndex, columnIndex: column, columnCount: columns } = last;
  await refuseMerged(context, sheet, [{ row: rowIndex + 1, column, rows: count, columns }]);
}

/** Whether the sheet is as `prepareLog` left it. */
async function isBlank(context: Excel.RequestContext, sheet: Excel.Worksheet): Promise<boolean> {
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load('address');
  await context.sync();
  return used.isNullObject;
}

/**
 * Whether a table is a log: columns may have been added, moved, renamed or deleted, but steps and one more
 * must remain.
 */
export function isLog({ items }: Excel.TableColumnCollection): boolean {
  const own = LOG_COLUMNS.filter(({ heading }) => items.some(({ name }) => name === heading));
  return own.length > 1 && own[0] === LOG_COLUMNS[0];
}

/** @param isEmpty the table's only row is to be filled */
function addRows(table: Excel.Table, rows: readonly LogRow[], isEmpty: boolean): void {
  const columns = columnsOf(table.columns.items.map(({ name }) => name));
  // With null, the table fills in its own calculated columns.
  const cells = rows.map((row) => columns.map((column) => column && cellOf(row, column))) as Cells;
  const more = isEmpty ? cells.slice(1) : cells;
  if (isEmpty) table.getDataBodyRange().values = cells.slice(0, 1);
  if (more.length) table.rows.add(undefined, more);
  const added = table
    .getDataBodyRange()
    .getLastRow()
    .getOffsetRange(1 - rows.length, 0)
    .getResizedRange(rows.length - 1, 0);
  added.numberFormat = rows.map(() => columns.map((column) => column && column.format));
}

/** The type that Excel's declarations expect; blanks and null are accepted as well. */
type Cells = (string | number)[][];

/** The contents of each of a table's columns: found by heading, or if that was renamed, by position. */
export function columnsOf(headings: readonly string[]): (LogColumn | null)[] {
  const named = headings.map((name) => LOG_COLUMNS.find(({ heading }) => heading === name));
  return named.map((column, index) => {
    if (column) return column;
    const usual = LOG_COLUMNS.at(index);
    return usual && !named.includes(usual) ? usual : null;
  });
}

function cellOf(row: LogRow, { key }: LogColumn): CellValue {
  const value = row[key];
  return value === undefined ? '' : numberCell(value);
}

/** Queues drawing a new log. */
function drawLog(sheet: Excel.Worksheet, title: string, name: string, rows: readonly LogRow[]): void {
  sheet.showGridlines = false;
  // Somebody may have merged some while the sheet was blank.
  sheet.getRangeByIndexes(HEADING_ROW, 0, TABLE_ROW + rows.length + 1, LOG_COLUMNS.length).unmerge();
  LOG_COLUMNS.forEach(({ heading, longest }, column) => {
    const width = Math.max(widthOfWords(heading), widthOf(longest));
    sheet.getCell(0, column).getEntireColumn().format.columnWidth = width;
  });
  sheet.getCell(0, LOG_COLUMNS.length).getEntireColumn().format.columnWidth = GAP_WIDTH;
  const heading = sheet.getCell(HEADING_ROW, 0);
  heading.values = [[logTexts.title(title)]];
  heading.format.font.bold = true;
  sheet.getCell(NOTE_ROW, 0).values = [[logTexts.note]];
  const cells = sheet.getRangeByIndexes(TABLE_ROW, 0, rows.length + 1, LOG_COLUMNS.length);
  cells.values = [
    LOG_COLUMNS.map((column) => column.heading),
    ...rows.map((row) => LOG_COLUMNS.map((column) => cellOf(row, column))),
  ];
  cells.numberFormat = Array.from({ length: rows.length + 1 }, () => LOG_COLUMNS.map(({ format }) => format));
  const table = sheet.tables.add(cells, true);
  table.name = name;
  table.style = 'TableStyleLight1';
  table.showFilterButton = false;
  const headings = table.getHeaderRowRange().format;
  headings.wrapText = true;
  headings.rowHeight = HEADINGS_HEIGHT;
  headings.verticalAlignment = 'Bottom';
  headings.horizontalAlignment = 'Right';
  drawCharts(sheet, table, TABLE_ROW + 1, LOG_COLUMNS.length + 1);
}

/**
 * "Log_Lesson_4", or "Log_Lesson_4_2" and so on: table names must differ from each other and from defined
 * names.
 */
function nameOfTable(title: string, taken: readonly string[]): string {
  const name = `Log_${title.replace(/[^\p{L}\p{N}]+/gu, '_')}`;
  const others = new Set(taken.map((each) => each.toLowerCase()));
  let free = name;
  for (let count = 2; others.has(free.toLowerCase()); count++) free = `${name}_${count}`;
  return free;
}
