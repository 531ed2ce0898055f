import { toA1, toAbsoluteA1, type Rect } from '../sheet/address';
import type { SheetKey } from '../sheet/plan';

/** Length of the longest formula that Excel accepts. */
export const LONGEST_FORMULA = 8192;

/** The largest exponent whose exponential fits in a cell. */
export const LARGEST_POWER = 700;

/** Cells that a formula reads. */
export interface Reference {
  readonly key: SheetKey;
  readonly rect: Rect;
  /** Absolute: stays the same when the formula is filled down or to the right, as $AD$11. */
  readonly fixed: boolean;
}

/** A worksheet formula without its =, as text with references between. */
export type Formula = readonly (string | Reference)[];

/** formula`MAX(0,${sum})` */
export function formula(
  texts: TemplateStringsArray,
  ...parts: readonly (string | number | Reference | Formula)[]
): Formula {
  const pieces: (string | Reference)[] = [texts[0]];
  parts.forEach((part, index) => {
    if (typeof part === 'number') pieces.push(numeral(part));
    else if (typeof part === 'string' || 'key' in part) pieces.push(part);
    else pieces.push(...part);
    pieces.push(texts[index + 1]);
  });
  return pieces.filter((piece) => piece !== '');
}

export function joined(formulas: readonly Formula[], between: string): Formula {
  return formulas.flatMap((each, index) => (index ? [between, ...each] : each));
}

/** Excel reads numbers to 15 digits; ours have no more. */
function numeral(value: number): string {
  return String(value).toUpperCase();
}

/** The cell that a formula is written into, and the names of the sheets. */
export interface Home {
  readonly key: SheetKey;
  readonly row: number;
  readonly column: number;
  nameOf(key: SheetKey): string;
}

/** "=MAX(0,SUMPRODUCT(A2:C4,$AD$11:$AF$13))". */
export function inA1(parts: Formula, home: Home): string {
  return rendered(parts, home, ({ rect, fixed }) => (fixed ? toAbsoluteA1(rect) : toA1(rect)));
}

/** "=MAX(0,SUMPRODUCT(R[-1]C[-33]:R[1]C[-31],R11C30:R13C32))": the same text in every cell of a uniform block. */
export function inR1C1(parts: Formula, home: Home): string {
  return rendered(parts, home, ({ rect, fixed }) => {
    const cell = (row: number, column: number) =>
      fixed ? `R${row + 1}C${column + 1}` : `R${offset(row - home.row)}C${offset(column - home.column)}`;
    const first = cell(rect.row, rect.column);
    if (rect.rows === 1 && rect.columns === 1) return first;
    return `${first}:${cell(rect.row + rect.rows - 1, rect.column + rect.columns - 1)}`;
  });
}

function rendered(parts: Formula, { key, nameOf }: Home, cells: (reference: Reference) => string): string {
  const text = parts.map((part) => {
    if (typeof part === 'string') return part;
    const sheet = part.key === key ? '' : `'${nameOf(part.key).replaceAll("'", "''")}'!`;
    return sheet + cells(part);
  });
  return `=${text.join('')}`;
}

function offset(cells: number): string {
  return cells === 0 ? '' : `[${cells}]`;
}

/**
 * Thrown where a block has no formulas and keeps values; the message is the reason, to follow the name of one
 * block or several in brackets.
 */
export class StaysValues extends Error {}

/** The reason for values that depend on the whole batch. */
export function ofBatch(batchSize: number): string {
  return `of a batch of ${batchSize} images, one of which is on the page`;
}
