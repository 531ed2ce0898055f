import { axesOf, inputThrough, tapBetween } from '../../engine/geometry';
import type { Convolution, MapPosition } from './convolution';
import { placesOf, type Area, type Window } from './window';

/**
 * Which number of a filter's matrix, counted row by row, joins each output to each pixel, in the order of `placesOf`;
 * undefined where the output does not see the pixel. `[outputs][pixels]`
 */
export function tapsOf(convolution: Convolution, { outputs, pixels }: Window): (number | undefined)[][] {
  return placesOf(outputs).map((output) =>
    placesOf(pixels).map((pixel) => tapJoining(convolution, output, pixel)),
  );
}

/** The pixel that each output sees through each number of a matrix; undefined in the padding. `[outputs][taps]` */
export function patchesOf(convolution: Convolution, outputs: Area): (MapPosition | undefined)[][] {
  const [height, width] = convolution.spec.kernel;
  const taps = placesOf({ rows: { first: 0, count: height }, columns: { first: 0, count: width } });
  return placesOf(outputs).map((output) => taps.map((tap) => pixelThrough(convolution, output, tap)));
}

/** In how many outputs of a whole map each row of a kernel, or column, meets a pixel rather than padding. */
export function usesOf({ shape }: Convolution, side: 'height' | 'width'): number[] {
  const axis = axesOf(shape)[side === 'height' ? 'rows' : 'columns'];
  return indexes(axis.taps).map(
    (tap) => indexes(axis.outputs).filter((output) => inputThrough(axis, output, tap) !== undefined).length,
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
  const row = inputThrough(rows, output.row, tap.row);
  const column = inputThrough(columns, output.column, tap.column);
  return row === undefined || column === undefined ? undefined : { row, column };
}

function indexes(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}
