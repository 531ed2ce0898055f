/** Values, formulas, texts and number formats of a range. */
import type { ICellData } from '@univerjs/core';
import { formatRect } from '../../addresses/a1';
import { R1C1Formulas, toR1C1 } from '../../addresses/r1c1';
import { Rect } from '../../addresses/rect';
import { invalidArgument, invalidR1C1, responseTooLarge, sizeMismatch } from '../../host/errors';
import type { Json } from '../../host/wire';
import {
  type CellValue,
  GENERAL,
  TEXT,
  cellFor,
  formatOf,
  textOf,
  valueOf,
  valueTypeOf,
} from '../cells/cellValue';
import { formulaRules } from '../cells/formulaRules';
import { isNumberFormat } from '../cells/numberText';
import type { LateValue } from '../events';
import { hiddenCells } from './merging';
import type { Range } from './range';

type Place = Pick<Range, 'book' | 'sheetId'>;

/** More cells than this cannot fit into Excel's limit of 5 MB for an answer; they are not even read. */
const READABLE_CELLS = 5_000_000;

export const readValues = (range: Range): Json => read(range, (row, column) => valueAt(range, row, column));
export const readTypes = (range: Range): Json =>
  read(range, (row, column) => valueTypeOf(valueAt(range, row, column)));

export const readFormulas = (range: Range): Json =>
  read(range, (row, column) => formulaAt(range, row, column) ?? valueAt(range, row, column));

export const readFormulasR1C1 = (range: Range): Json =>
  read(range, (row, column) => {
    const formula = formulaAt(range, row, column);
    return formula === null ? valueAt(range, row, column) : toR1C1(formula, row, column);
  });

function formulaAt({ book: { grid }, sheetId }: Place, row: number, column: number): string | null {
  const cell = grid.cell(sheetId, row, column);
  return cell?.f || cell?.si ? grid.calculation.formulaAt(sheetId, row, column) : null;
}

export function readTexts(range: Range): Json {
  return read(range, (row, column) => textOf(valueAt(range, row, column), formatAt(range, row, column)));
}

export const readFormats = (range: Range): Json => read(range, (row, column) => formatAt(range, row, column));

/** The value of one cell, spilled arrays included, in full precision. */
export function valueAt({ book: { grid }, sheetId }: Place, row: number, column: number): CellValue {
  const cell = grid.cell(sheetId, row, column);
  const own = valueOf(cell);
  if (own !== '') return own;
  const spilled = grid.calculation.spilled(sheetId, row, column);
  if (spilled) return valueOf(spilled);
  // A formula that comes to nothing, =IF(TRUE,,2), is 0; one that comes to a text of no letters has that.
  const isNothing = !!(cell?.f || cell?.si) && (cell.v === undefined || cell.v === null);
  return isNothing ? 0 : '';
}

const formatAt = (range: Range, row: number, column: number) =>
  formatOf(range.book.grid.style(range.sheetId, row, column));

/** The number format of a cell, including this batch's writes. */
const formatNow = ({ book, sheetId }: Range, row: number, column: number) =>
  formatOf(book.grid.upcomingStyle(sheetId, row, column));

/**
 * Whole columns and rows have no values, texts, formulas and formats that could be read:
 * https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-ranges-unbounded
 */
function read(range: Range, cell: (row: number, column: number) => Json): Json {
  if (isUnbounded(range)) return null;
  if (range.area.cellCount > READABLE_CELLS) throw responseTooLarge('Range.load');
  return range.area.map(cell);
}

const isUnbounded = ({ area }: Range) => area.isWholeColumns || area.isWholeRows;

/** Converts what is written to a cell (zero-based). */
type Translation = (input: Json, row: number, column: number) => Json;

/**
 * Writes values or formulas; both take either. A single value fills the range, null leaves a cell alone.
 * @throws ExcelError InvalidArgument for whole columns or rows, which cannot be written to (see `read`)
 */
export function writeContent(range: Range, content: Json, location: string, translate?: Translation): void {
  const { book, sheetId } = range;
  const { grid, events } = book;
  const { area: target } = range;
  if (isUnbounded(range)) throw invalidArgument(location);
  const at = inputAt(content, target, location);
  const single = range.area.isSingleCell;
  if (single) grid.flushCell(sheetId, target.row, target.column);
  const before = single ? valueAt(range, target.row, target.column) : undefined;
  grid.reach(sheetId, target);
  const rules = formulaRules(book);
  const isKept = book.behaviour.mergedCells === 'kept';
  const isLost = isKept ? () => false : hiddenCells(range, target);
  let last: ICellData | null = null;
  grid.put(sheetId, target, (row, column) => {
    const input = at(row - target.row, column - target.column);
    const content = translate?.(input, row, column) ?? input;
    last = cellFor(content, () => formatNow(range, row, column), location, rules);
    if (isLost(row, column)) last = null;
    return last;
  });
  const after = single ? valueAfter(range, last) : undefined;
  events.changed(
    { type: 'RangeEdited', sheetId, area: range.area, byAddin: true, client: grid.clients.ofAddin },
    before,
    after,
  );
}

/**
 * For what makes room before it writes: all is refused that `writeContent` would refuse, and nothing is done.
 * @throws ExcelError as `writeContent` does
 */
export function checkContent(range: Range, content: Json, location: string): void {
  const { area: target, book } = range;
  const at = inputAt(content, target, location);
  const rules = formulaRules(book);
  for (const [row, column] of target.cells())
    cellFor(at(row - target.row, column - target.column), () => GENERAL, location, rules);
}

/**
 * A cell's value after a write; null means it was left alone. A value is read at once, since it may be
 * overwritten before the event is sent.
 */
function valueAfter(range: Range, written: ICellData | null): CellValue | LateValue {
  const { row, column } = range.area;
  return written && !written.f ? valueOf(written) : () => valueAt(range, row, column);
}

/** Writes formulas in R1C1 notation: one formula fills the range, converted for each cell. */
export function writeFormulasR1C1(range: Range, input: Json): void {
  const location = 'Range.formulasR1C1';
  const formulas = new R1C1Formulas();
  writeContent(range, input, location, (text, row, column) => {
    if (typeof text !== 'string' || !text.startsWith('=')) return text;
    if (formatNow(range, row, column) === TEXT) return text;
    const formula = formulas.toA1(text, row, column);
    if (formula !== null) return formula;
    throw invalidR1C1(location, formatRect(new Rect(row, column)), text);
  });
}

export function writeFormats(range: Range, input: Json): void {
  const { grid } = range.book;
  const target = grid.present(range.sheetId, range.area) ?? range.area;
  const at = inputAt(aloneIn(input), target, 'Range.numberFormat');
  grid.reach(range.sheetId, target);
  const pieces = new Map<string, ICellData>();
  grid.put(range.sheetId, target, (row, column) => {
    const pattern = at(row - target.row, column - target.column);
    if (pattern === null) return null;
    if (typeof pattern !== 'string' || !isNumberFormat(pattern)) throw invalidArgument('Range.numberFormat');
    let piece = pieces.get(pattern);
    if (!piece) pieces.set(pattern, (piece = formatPiece(pattern)));
    return piece;
  });
}

/**
 * One format in an array of its own fills the range, too, also whole columns and rows. One value or formula does not: the array's size must match
 * (OfficeDev/office-js-docs-pr issue 5400, office-js-docs-reference issue 578).
 */
const aloneIn = (input: Json): Json =>
  Array.isArray(input) && input.length === 1 && Array.isArray(input[0]) && input[0].length === 1
    ? input[0][0]
    : input;

const formatPiece = (pattern: string): ICellData => ({
  s: { n: pattern === GENERAL || pattern === '' ? null : { pattern } },
});

function inputAt(input: Json, target: Rect, location: string): (row: number, column: number) => Json {
  if (!Array.isArray(input)) return () => input;
  const rows = input.map((row) => (Array.isArray(row) ? row : [row]));
  if (rows.length !== target.rows || rows.some((row) => row.length !== target.columns)) {
    throw sizeMismatch(location);
  }
  return (row, column) => rows[row][column];
}
