import { axesOf, inputsSeen, outputsSeeing, type Span } from '../../engine/geometry';
import type { LayerShape } from '../../engine/shapes';
import { axis, type Axis } from './grid';

/** The window of one pool output, without the padding. */
export function windowOf(shape: LayerShape, row: number, column: number): { rows: Axis; columns: Axis } {
  const { rows, columns } = axesOf(shape);
  return { rows: asAxis(inputsSeen(rows, row)), columns: asAxis(inputsSeen(columns, column)) };
}

/** The outputs of a pool whose windows hold a pixel, row by row. */
export function windowsWith(
  shape: LayerShape,
  row: number,
  column: number,
): { row: number; column: number }[] {
  const { rows, columns } = axesOf(shape);
  const across = outputsSeeing(columns, column);
  return outputsSeeing(rows, row).flatMap((down) =>
    across.map((right) => ({ row: down.output, column: right.output })),
  );
}

function asAxis({ first, count }: Span): Axis {
  return axis(first, count);
}
