import type { Activation } from '../../engine/spec';
import type { Rect } from '../sheet/address';
import type { Scale, SheetKey } from '../sheet/plan';

/** Where a cell's number comes from, as plain data for the views to show and the tests to add up. */
export interface Explanation {
  /** The address on its own sheet: "AH3". */
  readonly cell: string;
  /** The notebook sheet it is on; undefined for any other sheet. */
  readonly sheet?: SheetKey;
  /** Name of the cell: "conv1, map 1". */
  readonly title: string;
  /** Its position and its role: "Row 5, column 7 of 26×26. Computed." */
  readonly where: string;
  /** What the cell holds, where that is a number. */
  readonly value?: number;
  /** How much the last step changed it, or the next one will. */
  readonly change?: number;
  /** How the value is computed, in order. */
  readonly parts: readonly Part[];
  readonly frames: readonly Frame[];
  /** The flattened vector that the cell belongs to, or is a weight for. */
  readonly flat?: Flat;
}

/** A cell of one of the notebook's sheets. */
export interface CellRef {
  readonly key: SheetKey;
  readonly row: number;
  readonly column: number;
}

/** A number with its name, and the cell that holds it, if any. */
export interface Operand {
  readonly label: string;
  readonly value: number;
  readonly cell?: CellRef;
  /** How much a step changes it; it is then shown with enough digits to see the change. */
  readonly change?: number;
}

export type Part = Sentence | Products | Candidates | Sum | Product | Quotient | Applied | List;

export interface Sentence {
  readonly kind: 'sentence';
  readonly text: string;
}

/** Grids of the same shape, multiplied number by number, and the sum of the products. */
export interface Products {
  readonly kind: 'products';
  readonly title: string;
  readonly factors: readonly NumberGrid[];
  readonly products: NumberGrid;
  readonly result: Operand;
}

/** Numbers of which the maximum is taken, that of the marked cell. */
export interface Candidates {
  readonly kind: 'candidates';
  readonly grid: NumberGrid;
  readonly result: Operand;
}

export interface Sum {
  readonly kind: 'sum';
  readonly title?: string;
  readonly terms: readonly Term[];
  /** The sum of small terms, too many to list. */
  readonly rest?: { readonly count: number; readonly value: number; readonly allZero?: boolean };
  readonly result: Operand;
}

/** One term of a sum; may be a product. */
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

/** Several products side by side, not added up here. */
export interface List {
  readonly kind: 'list';
  readonly title: string;
  readonly terms: readonly Term[];
  /** How many more there are. */
  readonly hidden: number;
}

/** Functions of one number: the activations and a few others. */
export type FunctionName = Activation | 'root' | 'minusLog' | 'square';

/** A function applied to a number. */
export interface Applied {
  readonly kind: 'applied';
  readonly name: FunctionName;
  /** Its name, where the notation does not show it. */
  readonly writtenName?: string;
  /** Written out with its argument: "max(0, 1.25)". */
  readonly written: string;
  readonly input: Operand;
  readonly result: Operand;
}

/** Neighbouring cells, in the colours they have on their sheet. */
export interface NumberGrid {
  readonly title: string;
  readonly rows: readonly (readonly GridCell[])[];
  /** The block's colour scale, from the smallest number of the block to the largest. */
  readonly colours?: { readonly scale: Scale; readonly low: number; readonly high: number };
  readonly marked?: { readonly row: number; readonly column: number };
}

export interface GridCell {
  readonly value: number;
  readonly cell?: CellRef;
  /** True in the padding around the map, where there is no cell. */
  readonly outside?: boolean;
}

/**
 * 'source': what the selected cell is computed from. 'influence': what it changes. 'partner': the weights
 * that multiply it, or for a weight the numbers it multiplies.
 */
export type FrameKind = 'source' | 'influence' | 'partner';

/** A rectangle to outline on the sheet of the explained cell. */
export interface Frame {
  readonly rect: Rect;
  readonly kind: FrameKind;
}

/** Maps flattened into one vector. */
export interface Flat {
  /** What one of the maps is called: a channel if it is part of the image, otherwise a map. */
  readonly word: 'map' | 'channel';
  /** The layer that reads the vector. */
  readonly reader: string;
  /** The whole vector, in order. */
  readonly values: readonly number[];
  /** Number of maps it is made of. */
  readonly channels: number;
  readonly height: number;
  readonly width: number;
  /** Position in the vector, zero-based. */
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

/** A term of a sum that is a product. */
export function term(label: string, factors: readonly Operand[]): Term {
  return { label, value: productOf(factors), factors };
}

/** A term that is subtracted. */
export function minus(operand: Operand): Term {
  return term(`− ${operand.label}`, [{ label: '−1', value: -1 }, operand]);
}

/** The result of the last part, for use in the parts that follow. */
export function resultOf(parts: readonly Part[]): Operand {
  const last = parts.findLast((part) => 'result' in part);
  if (!last) throw new Error('These parts come to no number.');
  return last.result;
}

function productOf(factors: readonly Operand[]): number {
  return factors.reduce((all, { value }) => all * value, 1);
}
