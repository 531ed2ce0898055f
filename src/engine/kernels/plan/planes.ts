import type { LayerShape, Shape } from '../../layerShape';
import { NUMBER, type MemoryPlan } from './memoryPlan';

/**
 * How a batch of maps lies in memory, in numbers: maps of one channel behind one another, their rows `row` apart, with
 * zeros around the map where a convolution wants them. What stands behind a row is the padding left of the next.
 */
export interface Layout {
  readonly shape: Shape;
  /** From row to row, from channel to channel, from image to image. */
  readonly row: number;
  readonly plane: number;
  readonly image: number;
  /** From the first number of the padding to that of the map. */
  readonly origin: number;
}

/** A batch of maps, and dL/d each of them in the same layout: addresses of the first number, padding included. */
export interface Tensor {
  readonly layout: Layout;
  readonly values: number;
  readonly gradients: number;
}

/** One number behind the other, as everybody but a convolution reads them. */
export function denseLayout(shape: Shape): Layout {
  const plane = shape.height * shape.width;
  return { shape, row: shape.width, plane, image: shape.channels * plane, origin: 0 };
}

/** With pads around each map, and rows as far apart as the convolution, and those behind it, need them. */
export function paddedLayout(shape: Shape, pads: LayerShape['pads'], row: number): Layout {
  // A number more: the last row of a kernel may begin where the padding ends.
  const plane = (pads.top + shape.height + pads.bottom) * row + pads.left + 1;
  return { shape, row, plane, image: shape.channels * plane, origin: pads.top * row + pads.left };
}

/** The smallest distance of rows that keeps the padding of a map apart from its numbers. */
export function rowOf(shape: Shape, pads: LayerShape['pads']): number {
  return shape.width + Math.max(pads.left, pads.right);
}

export function isDense({ shape, row, plane }: Layout): boolean {
  return row === shape.width && plane === shape.height * shape.width;
}

export function reserve(memory: MemoryPlan, layout: Layout, batch: number): Tensor {
  const count = batch * layout.image;
  // Sums over a plane run to the end of its last row, and as far as a kernel reaches from there.
  const slack = 2 * layout.row;
  return { layout, values: memory.numbers(count, slack), gradients: memory.numbers(count, slack) };
}

/** The kernels' record of maps that begin at an address. */
export function planesRecord(memory: MemoryPlan, { row, plane, image }: Layout, first: number): number {
  return memory.record([first, image * NUMBER, plane * NUMBER, row * NUMBER]);
}
