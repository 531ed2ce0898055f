/** Cells: what they hold, and what their formulas came to. */
import {
  CellValueType,
  type ICellData,
  type IObjectMatrixPrimitiveType,
  type Nullable,
} from '@univerjs/core';
import type { Cell, CellErrorValue, CellValueInput } from '@cj-tech-master/excelts';
import { formatRect } from '../addresses/a1';
import { R1C1Formulas, toR1C1 } from '../addresses/r1c1';
import { Rect } from '../addresses/rect';
import { valueOf, valueTypeOf } from '../objects/cells/cellValue';
import { formulaFromFile, formulaToFile, isArrayFormula } from './formulas';

type Cells = IObjectMatrixPrimitiveType<Nullable<ICellData>>;

/** Cells of a sheet, in the order of rows and columns. */
export function* cellsOf(cells: Cells): Generator<[row: number, column: number, cell: ICellData]> {
  for (const [row, columns] of Object.entries(cells))
    for (const [column, cell] of Object.entries(columns ?? {}))
      if (cell) yield [Number(row), Number(column), cell as ICellData];
}

/** Finds the formulas of a sheet's cells: where a formula was filled, Univer keeps it once and gives its number to all. */
export function formulasIn(cells: Cells): (row: number, column: number, cell: ICellData) => string | null {
  const shared = new Map<string, string>();
  for (const [row, column, { f, si }] of cellsOf(cells)) if (f && si) shared.set(si, toR1C1(f, row, column));
  const moved = new R1C1Formulas();
  return (row, column, { f, si }) => {
    if (f) return f;
    const relative = si ? shared.get(si) : undefined;
    return relative === undefined ? null : moved.toA1(relative, row, column);
  };
}

/** What to write into a cell of a file; undefined for a blank one. */
export function contentToFile(
  cell: ICellData,
  formula: string | null,
  row: number,
  column: number,
): CellValueInput | undefined {
  const value = valueOf(cell);
  if (formula === null) return value === '' ? undefined : plainToFile(value);
  const result = value === '' ? undefined : plainToFile(value);
  const text = formulaToFile(formula);
  if (!isArrayFormula(formula)) return { formula: text, result };
  const ref = formatRect(new Rect(row, column));
  return { formula: text, result, shareType: 'array', ref, isDynamicArray: true };
}

function plainToFile(value: string | number | boolean): string | number | boolean | CellErrorValue {
  // Excel has no error of this name; it says 0 there, after a warning.
  if (value === '#CYCLE!') return 0;
  return valueTypeOf(value) === 'Error' ? { error: value as CellErrorValue['error'] } : value;
}

/** What a cell of a file says of its content; null where it is blank. */
export interface FileContent {
  readonly cell: ICellData;
  /** What in it is not kept. */
  readonly lacks?: 'richText' | 'links';
}

/** @param number the cell's number as it stands in the file, where the library has made a date of it */
export function contentFromFile(cell: Cell, number: () => number): FileContent | null {
  const { value } = cell;
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return { cell: plain(number()) };
  if (typeof value !== 'object') return { cell: plain(value) };
  if ('error' in value) return { cell: plain(value.error) };
  if ('hyperlink' in value) return { cell: linked(cell, value.text, number), lacks: 'links' };
  if ('richText' in value)
    return { cell: plain(value.richText.map(({ text }) => text).join('')), lacks: 'richText' };
  if ('checkbox' in value) return { cell: plain(value.checkbox) };
  // Also what shares another cell's formula says here what its own would be.
  return { cell: computed(cell.formula, value.result, number) };
}

type Result = Cell['result'];

function computed(formula: string | undefined, result: Result, number: () => number): ICellData {
  const shown = resultFromFile(result, number);
  return formula ? { ...shown, f: formulaFromFile(formula) } : shown;
}

function resultFromFile(result: Result, number: () => number): ICellData {
  if (result instanceof Date) return plain(number());
  if (result !== undefined) return plain(typeof result === 'object' ? result.error : result);
  // The library forgets what formulas in a table's row of totals came to.
  const inFile = number();
  return Number.isNaN(inFile) ? {} : plain(inFile);
}

/** A link lies over a cell that may hold anything; the library says of it only what it shows. */
function linked({ model }: Cell, text: string, number: () => number): ICellData {
  const { formula, result } = model as { formula?: string; result?: Result };
  if (formula) return computed(formula, result, number);
  const inFile = number();
  if (!Number.isNaN(inFile)) return plain(inFile);
  return text === '' ? {} : plain(text);
}

function plain(value: string | number | boolean): ICellData {
  if (typeof value === 'number') return { v: value, t: CellValueType.NUMBER };
  if (typeof value === 'boolean') return { v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  return { v: value, t: CellValueType.STRING };
}
