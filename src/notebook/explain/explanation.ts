import type { Activation } from '../../engine/spec';
import type { Rect } from '../sheet/address';
import type { Scale, SheetKey } from '../sheet/plan';

/** Where a cell comes from, as a plain value: views show it, tests add it up. Nothing in it computes any more. */
export interface Explanation {
  /** The address on its own sheet: "AH3". */
  readonly cell: string;
  /** The notebook's sheet that it stands on; undefined when it is none of them. */
  readonly sheet?: SheetKey;
  /** What it is: "conv1, map 1". */
  readonly title: string;
  /** Its position and its role: "Row 5, column 7 of 26×26. Computed." */
  readonly where: string;
  /** What the cell holds, where that is a number. */
  readonly value?: number;
  /** By how much a step changed it, or will. */
  readonly change?: number;
  /** How the value comes about, in the order in which it is computed. */
  readonly parts: readonly Part[];
  readonly frames: readonly Frame[];
  /** The vector that the cell is a number of, or a weight for. */
  readonly flat?: Flat;
}

/** A cell of one of the notebook's sheets. */
export interface CellRef {
  readonly key: SheetKey;
  readonly row: number;
  readonly column: number;
}

/** A number with its name, and the cell that holds it, if one does. */
export interface Operand {
  readonly label: string;
  readonly value: number;
  readonly cell?: CellRef;
  /** By how much a step changes it: it is shown with so many digits that this is seen. */
  readonly change?: number;
}

export type Part = Sentence | Products | Candidates | Sum | Product | Quotient | Applied | List;

export interface Sentence {
  readonly kind: 'sentence';
  readonly text: string;
}

/** Grids of one shape, multiplied number by number, and the sum of all that. */
export interface Products {
  readonly kind: 'products';
  readonly title: string;
  readonly factors: readonly NumberGrid[];
  readonly products: NumberGrid;
  readonly result: Operand;
}

/** Numbers of which the largest is taken: that of the marked cell. */
export interface Candidates {
  readonly kind: 'candidates';
  readonly grid: NumberGrid;
  readonly result: Operand;
}

export interface Sum {
  readonly kind: 'sum';
  readonly title?: string;
  readonly terms: readonly Term[];
  /** Small terms, too many to name. */
  readonly rest?: { readonly count: number; readonly value: number; readonly allZero?: boolean };
  readonly result: Operand;
}

/** One of several numbers that are added; it may be a product. */
export interface Term extends Operand {
  readonly factors?: readonly Operand[];
}

export interface Product {
  readonly kind: 'product';
  readonly factors: readonly Operand[];
  readonly result: Operand;
}

export interface Quotient {
  readonly kind: 'quotient';
  readonly over: Operand;
  readonly under: Operand;
  readonly result: Operand;
}

/** Several products side by side that are not added to anything here. */
export interface List {
  readonly kind: 'list';
  readonly title: string;
  readonly terms: readonly Term[];
  /** So many more were left out. */
  readonly hidden: number;
}

/** The activations, and what else turns one number into another. */
export type FunctionName = Activation | 'root' | 'minusLog' | 'square';

/** A function of one number. */
export interface Applied {
  readonly kind: 'applied';
  readonly name: FunctionName;
  /** What it is called where the way it is written does not say so. */
  readonly writtenName?: string;
  /** With the number in its place: "max(0, 1.25)". */
  readonly written: string;
  readonly input: Operand;
  readonly result: Operand;
}

/** A few cells, as they stand beside each other, in the colours of their sheet. */
export interface NumberGrid {
  readonly title: string;
  readonly rows: readonly (readonly GridCell[])[];
  /** The colours go from the smallest number of the block that these cells are of to the largest. */
  readonly colours?: { readonly scale: Scale; readonly low: number; readonly high: number };
  readonly marked?: { readonly row: number; readonly column: number };
}

export interface GridCell {
  readonly value: number;
  readonly cell?: CellRef;
  /** In the padding around the map, where no cell is. */
  readonly outside?: boolean;
}

/** What the selected cell is computed from, what it changes, the weights that it meets or the numbers that a weight meets. */
export type FrameKind = 'source' | 'influence' | 'partner';

/** A rectangle to be outlined on the sheet of the explained cell. */
export interface Frame {
  readonly rect: Rect;
  readonly kind: FrameKind;
}

/** Maps as one row of numbers. */
export interface Flat {
  /** What each of the maps is called: a map, or a channel of the image. */
  readonly word: 'map' | 'channel';
  /** The layer that reads the row. */
  readonly reader: string;
  /** All of them, in order. */
  readonly values: readonly number[];
  /** Of the maps that they come from. */
  readonly channels: number;
  readonly height: number;
  readonly width: number;
  /** Zero-based. */
  readonly index: number;
  /** "Number 158 of 288 …". */
  readonly text: string;
}

export function sentence(text: string): Sentence {
  return { kind: 'sentence', text };
}

export function sum(
  label: string,
  terms: readonly Term[],
  more: { title?: string; rest?: Sum['rest'] } = {},
): Sum {
  const value = terms.reduce((total, term) => total + term.value, more.rest?.value ?? 0);
  return { kind: 'sum', terms, ...more, result: { label, value } };
}

export function product(label: string, factors: readonly Operand[]): Product {
  return { kind: 'product', factors, result: { label, value: productOf(factors) } };
}

export function quotient(label: string, over: Operand, under: Operand): Quotient {
  return { kind: 'quotient', over, under, result: { label, value: over.value / under.value } };
}

/** A term that is a product. */
export function term(label: string, factors: readonly Operand[]): Term {
  return { label, value: productOf(factors), factors };
}

/** A term that is taken away. */
export function minus(operand: Operand): Term {
  return term(`− ${operand.label}`, [{ label: '−1', value: -1 }, operand]);
}

/** The number that a part comes to, for those that follow. */
export function resultOf(parts: readonly Part[]): Operand {
  const last = parts.findLast((part) => 'result' in part);
  if (!last) throw new Error('These parts come to no number.');
  return last.result;
}

function productOf(factors: readonly Operand[]): number {
  return factors.reduce((all, { value }) => all * value, 1);
}
