import type { LayerShape } from '../../engine/shapes';
import { axis, type Axis } from './grid';

/** The pixels of a window along one axis; those in the padding are left out. */
export function windowAt(output: number, window: number, stride: number, pad: number, length: number): Axis {
  const start = output * stride - pad;
  const first = Math.max(0, start);
  return axis(first, Math.min(length, start + window) - first);
}

/** The outputs along one axis whose windows hold a pixel. */
export function windowsOver(
  pixel: number,
  window: number,
  stride: number,
  pad: number,
  outputs: number,
): number[] {
  const first = Math.max(0, Math.ceil((pixel + pad - window + 1) / stride));
  const last = Math.min(outputs - 1, Math.floor((pixel + pad) / stride));
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}

/** The window of one output of a pool. */
export function windowOf({ kernel, stride, pads, input }: LayerShape, row: number, column: number) {
  return {
    rows: windowAt(row, kernel.height, stride, pads.top, input.height),
    columns: windowAt(column, kernel.width, stride, pads.left, input.width),
  };
}

/** The outputs of a pool whose windows hold a pixel, row by row. */
export function windowsWith(
  shape: LayerShape,
  row: number,
  column: number,
): { row: number; column: number }[] {
  const { kernel, stride, pads, output } = shape;
  const rows = windowsOver(row, kernel.height, stride, pads.top, output.height);
  const columns = windowsOver(column, kernel.width, stride, pads.left, output.width);
  return rows.flatMap((r) => columns.map((c) => ({ row: r, column: c })));
}
