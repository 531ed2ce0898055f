import type { Rect } from '../sheet/address';
import type { SheetPlan } from '../sheet/plan';

/** Where a planned row, or column, is now. */
export type LineMap = (planned: number) => number;

/** The plan of a sheet on which rows and columns were inserted or deleted between the blocks. */
export function movedPlan(plan: SheetPlan, rowOf: LineMap, columnOf: LineMap): SheetPlan {
  const moved = <Placed extends { readonly row: number; readonly column: number }>(
    placed: Placed,
  ): Placed => ({
    ...placed,
    row: rowOf(placed.row),
    column: columnOf(placed.column),
  });
  return {
    ...plan,
    blocks: plan.blocks.map((block) => ({ ...block, rect: moved<Rect>(block.rect) })),
    labels: plan.labels.map(moved),
    bands: plan.bands.map(moved<Rect>),
    widths: plan.widths.map((width) => ({ ...width, column: columnOf(width.column) })),
  };
}
