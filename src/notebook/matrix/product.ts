import type { Rect } from '../sheet/address';
import type { Reference } from '../formulas/formula';
import { cellRect } from '../sheet/address';
import type { SheetDraft } from './sheetDraft';
import type { Entry } from './part';

/** Matrix times column, plus bias, through the activation: how a convolution computes some of its outputs. */
export interface Product {
  /** The heading above it. */
  readonly heading: string;
  /** Names of matrix and column, such as W and x. */
  readonly matrix: string;
  readonly column: string;
  /** Captions above groups of columns. */
  readonly groups: readonly { readonly at: number; readonly words: string }[];
  /** For each column of the matrix, the cell it belongs to. */
  readonly heads: readonly Reference[];
  /** `[outputs][columns]`; undefined for a zero. */
  readonly entries: readonly (readonly (Entry | undefined)[])[];
  readonly factors: readonly Entry[];
  /** Number formats of matrix and column. */
  readonly formats: { readonly entries: string; readonly factors: string };
  /** For each output, a further summand before the bias: a formula without its =. */
  readonly rest?: readonly string[];
}

/** The outputs that are computed. */
export interface Outputs {
  /** Their cells in the map. */
  readonly cells: readonly Reference[];
  /** Undefined for a convolution without one. */
  readonly bias: Reference | undefined;
  /** Name of the activation; undefined if there is none. */
  readonly activation?: string;
  /**
   * The activation of an output, as a formula without its =.
   *
   * @param sum address of the cell with its input
   */
  activated(output: number, sum: string): string;
  /** Whether channels that are not shown contribute; they get a column of their own. */
  readonly hasRest: boolean;
}

/** Positions of the parts of a product. */
export interface PlacedProduct {
  readonly entries: Rect;
  readonly factors: Rect;
  /** The cells that say whether an output equals the map's. */
  readonly equal: Rect;
  readonly bottom: number;
}

/** The columns left of the matrix, from the known output to what it is computed from. */
export interface LeftColumns {
  readonly name: number;
  readonly map: number;
  readonly equal: number;
  readonly activated?: number;
  readonly sum: number;
  readonly rest?: number;
  readonly product: number;
  readonly equals: number;
  /** First column of the matrix. */
  readonly entries: number;
}

export function leftColumns({ activation, hasRest }: Outputs): LeftColumns {
  let next = 3;
  const activated = activation === undefined ? undefined : next++;
  const sum = next++;
  const rest = hasRest ? next++ : undefined;
  const product = next++;
  return {
    name: 0,
    map: 1,
    equal: 2,
    activated,
    sum,
    rest,
    product,
    equals: product + 1,
    entries: product + 2,
  };
}

/** Rows above the entries: heading, captions of groups, names of columns. */
export const HEAD_ROWS = 3;

/** Writes a product into a draft, from a row on. */
export function placeProduct(
  draft: SheetDraft,
  top: number,
  outputs: Outputs,
  product: Product,
): PlacedProduct {
  const left = leftColumns(outputs);
  const rows = product.entries.length;
  const columns = product.factors.length;
  const entries: Rect = { row: top + HEAD_ROWS, column: left.entries, rows, columns };
  const factors: Rect = { row: entries.row, column: left.entries + columns + 1, rows: columns, columns: 1 };
  placeHeads(draft, top, outputs, product, left, factors.column);
  placeEntries(draft, entries, product);
  placeFactors(draft, factors, product);
  for (let output = 0; output < rows; output++)
    placeOutput(draft, outputs, product, left, output, { entries, factors });
  const middle = entries.row + Math.floor((rows - 1) / 2);
  draft.put(middle, left.equals, "'=");
  draft.put(middle, factors.column - 1, '·');
  draft.look('centred', cellRect(middle, left.equals));
  draft.look('centred', cellRect(middle, factors.column - 1));
  const numbers = { row: entries.row, column: left.map, rows, columns: left.product };
  draft.formats.push({ rect: numbers, codes: '0.000;-0.000;0' });
  draft.look('small', { ...numbers, column: left.name, columns: left.equals });
  const equal = { row: entries.row, column: left.equal, rows, columns: 1 };
  draft.look('centred', equal);
  return { entries, factors, equal, bottom: entries.row + Math.max(rows, columns) };
}

function placeHeads(
  draft: SheetDraft,
  top: number,
  { activation }: Outputs,
  { heading, matrix, column, groups, heads, rest }: Product,
  left: LeftColumns,
  factorColumn: number,
): void {
  const [groupRow, headRow] = [top + 1, top + 2];
  draft.put(top, 0, heading);
  draft.look('bold', cellRect(top, 0));
  for (const { at, words } of groups) draft.put(groupRow, left.entries + at, words);
  draft.look('quiet', { row: groupRow, column: left.entries, rows: 1, columns: heads.length });
  const put = (at: number | undefined, word: string) => {
    if (at !== undefined) draft.put(headRow, at, word);
  };
  put(left.name, 'output');
  put(left.map, 'map');
  put(left.activated, activation ?? '');
  put(left.sum, `${matrix}·${column} + b`);
  if (rest) put(left.rest, 'others');
  put(left.product, `${matrix}·${column}`);
  put(factorColumn, column);
  heads.forEach((cell, index) => draft.put(headRow, left.entries + index, draft.nameOf(cell)));
  draft.look('upright', { row: headRow, column: left.entries, rows: 1, columns: heads.length });
  const all = { row: headRow, column: 0, rows: 1, columns: factorColumn + 1 };
  draft.look('small', all);
  draft.look('quiet', all);
  draft.look('right', { ...all, column: left.map, columns: left.product });
  draft.look('right', cellRect(headRow, factorColumn));
}

/** The number format of a zero, a dot; a weight that happens to be 0 keeps its number and colour. */
const NOTHING = '"·"';

function placeEntries(draft: SheetDraft, rect: Rect, { entries, formats }: Product): void {
  entries.forEach((row, down) =>
    row.forEach((entry, across) => {
      const at = [rect.row + down, rect.column + across] as const;
      draft.put(...at, entry ? `=${draft.value(entry.cell)}` : 0);
      if (entry?.colour) draft.fill(...at, entry.colour);
    }),
  );
  draft.look('small', rect);
  draft.look('faint', rect);
  const codes = entries.map((row) => row.map((entry) => (entry ? formats.entries : NOTHING)));
  draft.formats.push({ rect, codes });
}

function placeFactors(draft: SheetDraft, rect: Rect, { factors, formats }: Product): void {
  factors.forEach(({ cell, colour }, index) => {
    draft.put(rect.row + index, rect.column, `=${draft.value(cell)}`);
    if (colour) draft.fill(rect.row + index, rect.column, colour);
  });
  draft.look('small', rect);
  draft.look('framed', rect);
  if (!factors[0].colour) draft.scales.push({ rect, scale: 'sequential' });
  draft.formats.push({ rect, codes: formats.factors });
}

/** From right to left: matrix row times column, plus bias, through the activation, compared with the map. */
function placeOutput(
  draft: SheetDraft,
  { cells, bias, activated }: Outputs,
  { rest }: Product,
  left: LeftColumns,
  output: number,
  { entries, factors }: Pick<PlacedProduct, 'entries' | 'factors'>,
): void {
  const row = entries.row + output;
  const cell = (column: number) => draft.here(cellRect(row, column));
  const line = draft.here({ ...entries, row, rows: 1 });
  draft.put(row, left.product, `=SUM(MMULT(${line},${draft.fixed(factors)}))`);
  if (rest && left.rest !== undefined) draft.put(row, left.rest, `=${rest[output]}`);
  const others = rest && left.rest !== undefined ? `+${cell(left.rest)}` : '';
  draft.put(row, left.sum, `=${cell(left.product)}${others}${bias ? `+${draft.value(bias)}` : ''}`);
  if (left.activated !== undefined) draft.put(row, left.activated, `=${activated(output, cell(left.sum))}`);
  const [made, shown] = [cell(left.activated ?? left.sum), cell(left.map)];
  draft.put(row, left.equal, `=IF(ABS(${shown}-${made})<=1E-9*MAX(1,ABS(${shown})),"✓","✗")`);
  draft.put(row, left.map, `=${draft.value(cells[output])}`);
  draft.put(row, left.name, draft.nameOf(cells[output]));
}
