import { axesOf, inputsSeen, type Axis, type Span } from '../../engine/geometry';
import type { Convolution, MapPosition } from './convolution';

/** A rectangle of a map. */
export interface Area {
  readonly rows: Span;
  readonly columns: Span;
}

/** The part of a convolution that is shown: some outputs, and the pixels of a channel under their windows. */
export interface Window {
  readonly outputs: Area;
  readonly pixels: Area;
  /** Whether it is the whole convolution. */
  readonly isWhole: boolean;
}

/** Largest side of the pixels, and of the outputs, for a readable matrix. */
const LONGEST_SIDE = 8;
/** Most cells of a matrix. */
const MOST_CELLS = 8192;

/**
 * The largest readable part around an output.
 * @param channels how many are shown side by side in the matrix
 * @param read how many the filter reads; the im2col form shows all of them
 */
export function windowAround(
  convolution: Convolution,
  channels: number,
  read: number,
  at?: MapPosition,
): Window {
  for (let side = LONGEST_SIDE; ; side--) {
    const window = windowOf(convolution, side, at);
    if (side === 1 || fits(window, convolution, side, channels, read)) return window;
  }
}

/** Whether a sheet has room for that many channels side by side and stays readable. */
export function canStandSideBySide(channels: number): boolean {
  return channels <= 64;
}

/** Number of positions in an area. */
export function sizeOf({ rows, columns }: Area): number {
  return rows.count * columns.count;
}

/** The positions of an area, row by row. */
export function placesOf({ rows, columns }: Area): MapPosition[] {
  return Array.from({ length: rows.count * columns.count }, (_, index) => ({
    row: rows.first + Math.floor(index / columns.count),
    column: columns.first + (index % columns.count),
  }));
}

function fits(
  { outputs, pixels }: Window,
  { spec: { kernel } }: Convolution,
  side: number,
  channels: number,
  read: number,
): boolean {
  // At least two outputs per side, so that shared pixels and weights show, whatever the window's size.
  const isSmall = Math.max(pixels.rows.count, pixels.columns.count) <= LONGEST_SIDE || side <= 2;
  const wider = Math.max(sizeOf(pixels) * channels, kernel[0] * kernel[1] * read);
  return isSmall && sizeOf(outputs) * wider <= MOST_CELLS;
}

function windowOf({ shape }: Convolution, side: number, at?: MapPosition): Window {
  const { output } = shape;
  const axes = axesOf(shape);
  const rows = around(at?.row, output.height, side);
  const columns = around(at?.column, output.width, side);
  return {
    outputs: { rows, columns },
    pixels: {
      rows: seenBy(axes.rows, rows),
      columns: seenBy(axes.columns, columns),
    },
    isWhole: rows.count === output.height && columns.count === output.width,
  };
}

function around(middle: number | undefined, length: number, side: number): Span {
  const count = Math.min(side, length);
  const first = (middle ?? Math.floor(length / 2)) - Math.floor(count / 2);
  return { first: Math.min(Math.max(first, 0), length - count), count };
}

/**
 * The pixels under some outputs' windows along one axis. For outputs that lie entirely in the padding, the
 * nearest pixel.
 */
function seenBy(axis: Axis, { first, count }: Span): Span {
  const within = (pixel: number) => Math.min(Math.max(pixel, 0), axis.inputs - 1);
  const [start, end] = [inputsSeen(axis, first), inputsSeen(axis, first + count - 1)];
  const from = within(start.first);
  return { first: from, count: within(end.first + end.count - 1) - from + 1 };
}
