import { axesOf, inputUnderTap, tapBetween } from '../../engine/geometry';
import type { Convolution, MapPosition } from './convolution';
import { placesOf, type Area, type Window } from './window';

/**
 * The number of the weight in a filter's matrix, row by row, that connects each output with each pixel;
 * undefined if the pixel is not under the output's window. `[outputs][pixels]`, in the order of `placesOf`.
 */
export function tapsOf(convolution: Convolution, { outputs, pixels }: Window): (number | undefined)[][] {
  return placesOf(outputs).map((output) =>
    placesOf(pixels).map((pixel) => tapJoining(convolution, output, pixel)),
  );
}

/** The pixel under each tap of each output's window; undefined in the padding. `[outputs][taps]` */
export function patchesOf(convolution: Convolution, outputs: Area): (MapPosition | undefined)[][] {
  const [height, width] = convolution.spec.kernel;
  const taps = placesOf({ rows: { first: 0, count: height }, columns: { first: 0, count: width } });
  return placesOf(outputs).map((output) => taps.map((tap) => pixelThrough(convolution, output, tap)));
}

/**
 * For how many outputs along a side of the map each kernel row, or column, is on the map rather than in the
 * padding.
 */
export function usesOf({ shape }: Convolution, side: 'height' | 'width'): number[] {
  const axis = axesOf(shape)[side === 'height' ? 'rows' : 'columns'];
  return indexes(axis.taps).map(
    (tap) => indexes(axis.outputs).filter((output) => inputUnderTap(axis, output, tap) !== undefined).length,
  );
}

function tapJoining({ shape }: Convolution, output: MapPosition, pixel: MapPosition): number | undefined {
  const { rows, columns } = axesOf(shape);
  const row = tapBetween(rows, output.row, pixel.row);
  const column = tapBetween(columns, output.column, pixel.column);
  return row === undefined || column === undefined ? undefined : row * columns.taps + column;
}

function pixelThrough(
  { shape }: Convolution,
  output: MapPosition,
  tap: MapPosition,
): MapPosition | undefined {
  const { rows, columns } = axesOf(shape);
  const row = inputUnderTap(rows, output.row, tap.row);
  const column = inputUnderTap(columns, output.column, tap.column);
  return row === undefined || column === undefined ? undefined : { row, column };
}

function indexes(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}
