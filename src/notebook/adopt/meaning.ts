import { columnName, type Rect } from '../sheet/address';
import type { Chance, MaskRule } from './chance';

/** A cell of the sheet as one number, so that millions of them can be compared: row · 2^14 + column, both zero-based. */
export type CellId = number;

const COLUMNS = 2 ** 14;

export function idOf(row: number, column: number): CellId {
  return row * COLUMNS + column;
}

export function rowOf(id: CellId): number {
  return Math.floor(id / COLUMNS);
}

export function columnOf(id: CellId): number {
  return id % COLUMNS;
}

/** "AD11". */
export function nameOf(id: CellId): string {
  return `${columnName(columnOf(id))}${rowOf(id) + 1}`;
}

/** A product of cells and a number. Without cells, a constant. */
export interface Term {
  readonly factor: number;
  readonly cells: readonly CellId[];
  /** The mask by which it is multiplied, too. */
  readonly mask?: Mask;
}

/** A mask of dropout for one number. */
export interface Mask extends MaskRule {
  /** The cell that holds it; undefined where it is drawn inside the formula. */
  readonly at: Place | undefined;
  /** Equal for the same mask. */
  readonly key: string;
}

/** A cell of any sheet. */
export interface Place {
  readonly sheet: string;
  readonly cell: CellId;
}

/** Cells of a sheet that a defined name stands for. */
export interface NamedCells {
  readonly sheet: string;
  readonly rect: Rect;
}

/** What a formula computes, whatever way it is written. */
export type Meaning =
  /** A sum of products; where `rectified`, the larger of it and 0. */
  | { readonly is: 'sum'; readonly terms: readonly Term[]; readonly rectified: boolean }
  /** The largest of some cells, perhaps times a mask. */
  | { readonly is: 'max'; readonly cells: readonly CellId[]; readonly mask?: Mask }
  /** Whether a sum is above 0: what IF asks. */
  | { readonly is: 'test'; readonly above0: readonly Term[]; readonly orEqual: boolean }
  /** What is made of RAND() and of typed numbers alone, such as a mask. */
  | { readonly is: 'chance'; readonly chance: Chance; readonly at: Place | undefined; readonly key: string }
  /** A number on another sheet, such as a rate. */
  | { readonly is: 'elsewhere'; readonly sheet: string; readonly number: number };

/** What a formula that is being reduced reads of the workbook. */
export interface Surroundings {
  /** The sheet on which it stands. */
  readonly sheet: string;
  /** What is made of RAND() in a cell, or a number on another sheet; undefined for all that is neither. */
  lookUp(place: Place): Meaning | undefined;
  /** The cells that a defined name stands for; undefined where it stands for none. */
  named(name: string, sheet: string | undefined): NamedCells | undefined;
  /** The number typed into a cell of this sheet. */
  typedNumber(cell: CellId): number | undefined;
}
