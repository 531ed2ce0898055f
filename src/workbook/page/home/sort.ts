/**
 * Sorts the rows of the selected cells, as Excel does ("Sort data in a range or table", support.microsoft.com): by the column
 * of the active cell; numbers before texts before truth values before errors, blank cells last in either direction; texts
 * without regard to case. A single cell stands for the block of cells around it.
 */
import type { ICellData, Nullable, Worksheet } from '@univerjs/core';
import { ReorderRangeCommand } from '@univerjs/sheets';
import { Rect } from '../../addresses/rect';
import type { Grid } from '../../grid/grid';
import { rangeOf, rectOf } from '../../grid/ranges';
import { type CellValue, valueOf, valueTypeOf } from '../../objects/cells/cellValue';
import { texts } from '../../texts';
import { selected } from './selection';

export type Direction = 'ascending' | 'descending';

/** @returns why nothing was sorted, or null */
export async function sortSelected(grid: Grid, direction: Direction): Promise<string | null> {
  const now = selected(grid);
  const sheet = now && grid.sheet(now.sheetId);
  if (!sheet) return texts.home.nothingToSort;
  if (now.areas.length > 1) return texts.home.severalAreas;
  const chosen = now.areas[0].isSingleCell ? blockAround(sheet, now.cell) : usedPart(sheet, now.areas[0]);
  const area = chosen && withoutHeader(sheet, chosen, now.cell.column);
  if (!area) return texts.home.nothingToSort;
  const refusal = refusalOf(sheet, area);
  if (refusal) return refusal;
  const order = orderOf(sheet, area, now.cell.column, direction);
  await grid.commands.executeCommand(ReorderRangeCommand.id, {
    unitId: grid.unitId,
    subUnitId: now.sheetId,
    range: rangeOf(area),
    order,
  });
  return null;
}

/** Univer would move formulas without adapting them. */
function refusalOf(sheet: Worksheet, area: Rect): string | null {
  const { home } = texts;
  if (some(area, (row, column) => isFormula(cellAt(sheet, row, column)))) return home.sortFormulas;
  return sheet.getMergeData().some((merged) => rectOf(merged).touches(area)) ? home.sortMerged : null;
}

/** For each row of the area, the row that comes there. */
function orderOf(sheet: Worksheet, area: Rect, column: number, direction: Direction): Record<number, number> {
  const rows = Array.from({ length: area.rows }, (_, i) => area.row + i);
  const values = new Map(rows.map((row) => [row, valueOf(cellAt(sheet, row, column))]));
  const sign = direction === 'ascending' ? 1 : -1;
  const sorted = rows.toSorted((a, b) => compare(values.get(a)!, values.get(b)!, sign));
  return Object.fromEntries(rows.map((row, i) => [row, sorted[i]]));
}

const KINDS = ['Double', 'String', 'Boolean', 'Error'];
const collator = new Intl.Collator(texts.language, { sensitivity: 'base' });

function compare(a: CellValue, b: CellValue, sign: number): number {
  if (a === '' || b === '') return Number(a === '') - Number(b === '');
  const kinds = KINDS.indexOf(valueTypeOf(a)) - KINDS.indexOf(valueTypeOf(b));
  if (kinds !== 0) return sign * kinds;
  if (typeof a === 'string' && typeof b === 'string') return sign * collator.compare(a, b);
  return sign * (Number(a) - Number(b));
}

/** A first row with a text above numbers is a header, and stays. */
function withoutHeader(sheet: Worksheet, area: Rect, column: number): Rect | null {
  const kindAt = (row: number) => valueTypeOf(valueOf(cellAt(sheet, row, column)));
  const others = Array.from({ length: area.rows - 1 }, (_, i) => kindAt(area.row + 1 + i));
  const isHeader = kindAt(area.row) === 'String' && others.includes('Double') && !others.includes('String');
  const rows = area.rows - Number(isHeader);
  return rows < 2 ? null : new Rect(area.lastRow - rows + 1, area.column, rows, area.columns);
}

/** The block of cells in use around a cell, up to blank rows and columns. */
function blockAround(sheet: Worksheet, cell: Rect): Rect | null {
  let block = cell;
  for (;;) {
    const around = Rect.between(
      Math.max(0, block.row - 1),
      Math.max(0, block.column - 1),
      block.lastRow + 1,
      block.lastColumn + 1,
    );
    const grown = boundsOf(sheet, around)?.union(block) ?? block;
    if (grown.equals(block)) return boundsOf(sheet, block);
    block = grown;
  }
}

/** Of whole columns, only the rows in use. */
function usedPart(sheet: Worksheet, area: Rect): Rect | null {
  const used = boundsOf(sheet, area);
  return used && Rect.between(area.row, area.column, used.lastRow, area.lastColumn);
}

function boundsOf(sheet: Worksheet, area: Rect): Rect | null {
  let bounds: Rect | null = null;
  for (let row = area.row; row <= area.lastRow; row++)
    for (let column = area.column; column <= area.lastColumn; column++) {
      if (isEmpty(cellAt(sheet, row, column))) continue;
      const cell = new Rect(row, column);
      bounds = bounds ? bounds.union(cell) : cell;
    }
  return bounds;
}

function some(area: Rect, holds: (row: number, column: number) => boolean): boolean {
  for (let row = area.row; row <= area.lastRow; row++)
    for (let column = area.column; column <= area.lastColumn; column++) if (holds(row, column)) return true;
  return false;
}

const cellAt = (sheet: Worksheet, row: number, column: number) => sheet.getCellMatrix().getValue(row, column);
const isFormula = (cell: Nullable<ICellData>) => !!cell?.f || !!cell?.si;
const isEmpty = (cell: Nullable<ICellData>) => valueOf(cell) === '' && !isFormula(cell);
