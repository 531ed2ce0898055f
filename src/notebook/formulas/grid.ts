import type { Rect } from '../sheet/address';
import type { Block } from '../sheet/block';
import type { SheetKey } from '../sheet/plan';
import { formula, joined, LONGEST_FORMULA, StaysValues, type Formula, type Reference } from './formula';

/** `count` values along one axis of a block, every `step`-th; in values, not cells. */
export interface Axis {
  readonly first: number;
  readonly count: number;
  readonly step: number;
}

/** Values of a block at equal distances. */
export interface CellGrid {
  readonly key: SheetKey;
  readonly block: Block;
  /** The cells of the block now. */
  readonly place: Rect;
  readonly rows: Axis;
  readonly columns: Axis;
  readonly fixed: boolean;
}

export function axis(first: number, count: number, step = 1): Axis {
  return { first, count, step };
}

/** The rectangle from the first value to the last. */
export function areaOf(grid: CellGrid): Reference {
  const { block, place, rows, columns } = grid;
  return {
    key: grid.key,
    fixed: grid.fixed,
    rect: {
      row: place.row + rows.first * block.jump,
      column: place.column + columns.first * block.jump,
      rows: (rows.count - 1) * rows.step * block.jump + 1,
      columns: (columns.count - 1) * columns.step * block.jump + 1,
    },
  };
}

/** The reference to one of the values, by position in the grid. */
export function cellIn(grid: CellGrid, row: number, column: number): Reference {
  const { rows, columns } = grid;
  return areaOf({
    ...grid,
    rows: axis(rows.first + row * rows.step, 1),
    columns: axis(columns.first + column * columns.step, 1),
  });
}

/**
 * A factor of a product: the values of a grid, or what `text` makes of the values of several grids, position
 * by position. The result can be multiplied without brackets.
 */
export interface Factor {
  readonly grids: readonly CellGrid[];
  /** Undefined for the values as they are. */
  readonly text?: (references: readonly Formula[]) => Formula;
  /** Instead of `text`, for formulas that differ by position; row and column count within the grids. */
  readonly each?: (row: number, column: number) => Formula;
}

/** The grid with absolute references. */
export function fixed(grid: CellGrid): CellGrid {
  return { ...grid, fixed: true };
}

/** The factors with absolute references. */
export function fixedFactors(factors: readonly Factor[]): Factor[] {
  return factors.map((factor) => ({ ...factor, grids: factor.grids.map(fixed) }));
}

/**
 * The sum of the products of factors whose grids have the same shape: SUMPRODUCT where their cells form
 * rectangles of the same shape, otherwise term by term.
 */
export function sumOfProducts(factors: readonly Factor[]): Formula {
  const grids = factors.flatMap((factor) => factor.grids);
  const { rows, columns } = grids[0];
  if (rows.count * columns.count === 1) return product(factors, areaOf, 0, 0);
  if (factors.some(({ each }) => each) || !lieAlike(grids))
    return termByTerm(factors, rows.count, columns.count);
  if (factors.some(({ text }) => text)) return formula`SUMPRODUCT(${product(factors, areaOf, 0, 0)})`;
  const name = factors.length === 1 ? 'SUM' : 'SUMPRODUCT';
  return formula`${name}(${joined(
    grids.map((grid) => [areaOf(grid)]),
    ',',
  )})`;
}

/** `sumOfProducts` for use in a product or quotient: in brackets if it is a sum of terms. */
export function sumAsFactor(factors: readonly Factor[]): Formula {
  const sum = sumOfProducts(factors);
  return sum.includes('+') ? formula`(${sum})` : sum;
}

/** @throws StaysValues as soon as the formula is longer than Excel accepts */
function termByTerm(factors: readonly Factor[], rows: number, columns: number): Formula {
  const terms: Formula[] = [];
  for (let place = 0, pieces = 0; place < rows * columns; place++) {
    const [row, column] = [Math.floor(place / columns), place % columns];
    const term = product(factors, (grid) => cellIn(grid, row, column), row, column);
    terms.push(term);
    // Each piece has at least one character.
    pieces += term.length;
    if (pieces > LONGEST_FORMULA) throw new StaysValues('a formula would be longer than Excel accepts');
  }
  return joined(terms, '+');
}

function product(
  factors: readonly Factor[],
  cells: (grid: CellGrid) => Reference,
  row: number,
  column: number,
): Formula {
  return joined(
    factors.map(({ grids, text, each }) => {
      if (each) return each(row, column);
      const references = grids.map((grid): Formula => [cells(grid)]);
      return text ? text(references) : references[0];
    }),
    '*',
  );
}

/**
 * Whether rectangles of cells can stand for the grids: nothing may lie between the values, or in one of them
 * only blank gaps.
 */
function lieAlike(grids: readonly CellGrid[]): boolean {
  const steps = grids.map((grid) => ({
    rows: stepOf(grid.rows, grid.block.jump),
    columns: stepOf(grid.columns, grid.block.jump),
  }));
  const [first] = steps;
  if (steps.some(({ rows, columns }) => rows !== first.rows || columns !== first.columns)) return false;
  if (first.rows === 1 && first.columns === 1) return true;
  return grids.some(
    ({ block: { jump } }) =>
      (first.rows === 1 || first.rows === jump) && (first.columns === 1 || first.columns === jump),
  );
}

/** Distance of neighbouring values in cells; of no meaning for a single value. */
function stepOf({ count, step }: Axis, jump: number): number {
  return count === 1 ? 1 : step * jump;
}
