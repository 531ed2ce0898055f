import type { LayerShape, Shape } from '../../layerShape';
import { NUMBER, type MemoryPlan } from './memoryPlan';

/**
 * How a batch of maps lies in memory; distances in numbers. Maps follow each other channel by channel, with
 * rows `row` apart and zeros around the map where a convolution needs them. The gap behind a row doubles as
 * the left padding of the next.
 */
export interface Layout {
  readonly shape: Shape;
  /** Distance from row to row, from channel to channel, from image to image. */
  readonly row: number;
  readonly plane: number;
  readonly image: number;
  /** Distance from the first padding number to the first number of the map. */
  readonly origin: number;
}

/** A batch of maps and dL/d maps in the same layout: addresses of the first number, padding included. */
export interface Tensor {
  readonly layout: Layout;
  readonly values: number;
  readonly gradients: number;
}

/** Without padding or gaps, as every layer but a convolution reads maps. */
export function denseLayout(shape: Shape): Layout {
  const plane = shape.height * shape.width;
  return { shape, row: shape.width, plane, image: shape.channels * plane, origin: 0 };
}

/** With padding around each map, and rows as far apart as this convolution and those behind it need. */
export function paddedLayout(shape: Shape, pads: LayerShape['pads'], row: number): Layout {
  // One number more: the last kernel row may begin where the padding ends.
  const plane = (pads.top + shape.height + pads.bottom) * row + pads.left + 1;
  return { shape, row, plane, image: shape.channels * plane, origin: pads.top * row + pads.left };
}

/** The smallest row distance that fits a map and its padding. */
export function rowOf(shape: Shape, pads: LayerShape['pads']): number {
  return shape.width + Math.max(pads.left, pads.right);
}

export function isDense({ shape, row, plane }: Layout): boolean {
  return row === shape.width && plane === shape.height * shape.width;
}

export function reserve(memory: MemoryPlan, layout: Layout, batch: number): Tensor {
  const count = batch * layout.image;
  // Sums over a plane run to the end of its last row, plus the reach of a kernel.
  const slack = 2 * layout.row;
  return { layout, values: memory.numbers(count, slack), gradients: memory.numbers(count, slack) };
}

/** Reserves the record Planes of assembly/planes.ts, for maps that begin at an address. */
export function planesRecord(memory: MemoryPlan, { row, plane, image }: Layout, first: number): number {
  return memory.record([first, image * NUMBER, plane * NUMBER, row * NUMBER]);
}
