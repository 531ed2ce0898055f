import type { Rect } from '../sheet/address';
import type { Block } from '../sheet/block';
import type { SheetKey } from '../sheet/plan';
import { formula, joined, type Formula, type Reference } from './formula';

/** Values along one axis of a block: `count` of them, `step` apart, counted in values. */
export interface Axis {
  readonly first: number;
  readonly count: number;
  readonly step: number;
}

/** Values of a block that stand in equal steps. */
export interface Grid {
  readonly key: SheetKey;
  readonly block: Block;
  /** Where the block stands now. */
  readonly place: Rect;
  readonly rows: Axis;
  readonly columns: Axis;
  readonly fixed: boolean;
}

export function axis(first: number, count: number, step = 1): Axis {
  return { first, count, step };
}

/** The rectangle from the first value to the last. */
export function areaOf(grid: Grid): Reference {
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

/** One of the values, counted within the grid. */
export function cellIn(grid: Grid, row: number, column: number): Reference {
  const { rows, columns } = grid;
  return areaOf({
    ...grid,
    rows: axis(rows.first + row * rows.step, 1),
    columns: axis(columns.first + column * columns.step, 1),
  });
}

/** What is multiplied: the values of a grid, or what `text` makes of those of several, place by place. */
export interface Factor {
  readonly grids: readonly Grid[];
  /** Undefined for the values themselves. What it gives can be multiplied without brackets around it. */
  readonly text?: (references: readonly Formula[]) => Formula;
}

/**
 * The sum over all places of the product of the factors, whose grids have equally many rows and columns: SUMPRODUCT
 * where the values lie alike, or else term by term.
 */
export function sumOfProducts(factors: readonly Factor[]): Formula {
  const grids = factors.flatMap((factor) => factor.grids);
  const { rows, columns } = grids[0];
  if (rows.count * columns.count === 1) return product(factors, (grid) => areaOf(grid));
  if (!lieAlike(grids)) {
    const terms = Array.from({ length: rows.count * columns.count }, (_, place) =>
      product(factors, (grid) => cellIn(grid, Math.floor(place / columns.count), place % columns.count)),
    );
    return joined(terms, '+');
  }
  if (factors.some(({ text }) => text)) return formula`SUMPRODUCT(${product(factors, areaOf)})`;
  const name = factors.length === 1 ? 'SUM' : 'SUMPRODUCT';
  return formula`${name}(${joined(
    grids.map((grid) => [areaOf(grid)]),
    ',',
  )})`;
}

function product(factors: readonly Factor[], cells: (grid: Grid) => Reference): Formula {
  return joined(
    factors.map(({ grids, text }) => {
      const references = grids.map((grid): Formula => [cells(grid)]);
      return text ? text(references) : references[0];
    }),
    '*',
  );
}

/** Can rectangles of cells stand for the grids? In between there must be nothing, or in one of them blank gaps. */
function lieAlike(grids: readonly Grid[]): boolean {
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

/** In cells; a single value has no step. */
function stepOf({ count, step }: Axis, jump: number): number {
  return count === 1 ? 1 : step * jump;
}
