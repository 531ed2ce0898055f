// Arithmetic of sliding windows, the kernels of convolutions and the windows of pools: where they stand and
// which inputs they cover. The only place for it, used by engine and notebook alike (Dumoulin and Visin 2016,
// arXiv:1603.07285).
// Imports from src/engine: layerShape.
import type { LayerShape, Pads, Shape } from './layerShape';

/**
 * Padding around the image: zeros for a convolution, ignored by a pool. 'valid': none. 'same': as much as
 * gives `ceil(input / stride)` outputs; an odd row or column goes to the bottom or right, as in TensorFlow. A
 * number: that many pixels on every side.
 */
export type Padding = 'valid' | 'same' | number;

/** How far windows move on: that many rows and columns, or `[rows, columns]`. */
export type Stride = number | [rows: number, columns: number];

/** Effective kernel size, from the first tap to the last: dilation · (taps − 1) + 1. */
export function effectiveKernel(taps: number, dilation: number): number {
  return dilation * (taps - 1) + 1;
}

/** Padding before and after an axis, in rows or columns. */
export function padsAlong(
  padding: Padding,
  length: number,
  kernel: number,
  stride: number,
): [before: number, after: number] {
  if (padding === 'valid') return [0, 0];
  if (padding !== 'same') return [padding, padding];
  const outputs = Math.ceil(length / stride);
  const total = Math.max((outputs - 1) * stride + kernel - length, 0);
  const before = Math.floor(total / 2);
  return [before, total - before];
}

/**
 * How many windows fit along an axis.
 *
 * @param padded its length in rows or columns, padding included
 */
export function outputsAlong(padded: number, kernel: number, stride: number): number {
  return Math.floor((padded - kernel) / stride) + 1;
}

/** The shape of a layer's input with its padding. */
export function paddedShape({ channels, height, width }: Shape, pads: Pads): Shape {
  return { channels, height: pads.top + height + pads.bottom, width: pads.left + width + pads.right };
}

/** How the windows of a layer lie along one axis, rows or columns. */
export interface Axis {
  /** Taps of a window. */
  readonly taps: number;
  /** Rows or columns of the input between two taps, and between two windows. */
  readonly dilation: number;
  readonly stride: number;
  /** Padding before the first row or column. */
  readonly pad: number;
  /** Length of the input and of the output map along this axis. */
  readonly inputs: number;
  readonly outputs: number;
}

/** A contiguous range of rows or columns. */
export interface Span {
  readonly first: number;
  readonly count: number;
}

/**
 * The vertical and horizontal axis of a layer. A layer without windows counts as a 1×1 kernel of stride 1.
 */
export function axesOf({ input, output, kernel, stride, dilation, pads }: LayerShape): {
  readonly rows: Axis;
  readonly columns: Axis;
} {
  const taps = (size: number) => (size - 1) / dilation + 1;
  const rows = { taps: taps(kernel.height), pad: pads.top, inputs: input.height, outputs: output.height };
  const columns = { taps: taps(kernel.width), pad: pads.left, inputs: input.width, outputs: output.width };
  return {
    rows: { ...rows, stride: stride.rows, dilation },
    columns: { ...columns, stride: stride.columns, dilation },
  };
}

/** The input row (or column) under a given tap of a given output's window; undefined in the padding. */
export function inputUnderTap(axis: Axis, output: number, tap: number): number | undefined {
  const input = output * axis.stride + tap * axis.dilation - axis.pad;
  return input >= 0 && input < axis.inputs ? input : undefined;
}

/** The tap of an output's window that covers an input row (or column); undefined where none does. */
export function tapBetween(axis: Axis, output: number, input: number): number | undefined {
  const tap = (input + axis.pad - output * axis.stride) / axis.dilation;
  return Number.isInteger(tap) && tap >= 0 && tap < axis.taps ? tap : undefined;
}

/** The input rows (or columns) that an output's window covers, without the padding. */
export function inputsSeen(axis: Axis, output: number): Span {
  const start = output * axis.stride - axis.pad;
  const first = Math.max(0, start);
  const end = Math.min(axis.inputs, start + effectiveKernel(axis.taps, axis.dilation));
  return { first, count: Math.max(0, end - first) };
}

/** `inputsSeen` for every output, in order. */
export function allInputsSeen(axis: Axis): Span[] {
  return Array.from({ length: axis.outputs }, (_, output) => inputsSeen(axis, output));
}

/**
 * The outputs whose windows cover an input row (or column), in order, each with the tap that covers it. The
 * first output covers it with its last tap: that is why gradients flow back through the filter rotated by
 * 180°.
 */
export function outputsSeeing(
  axis: Axis,
  input: number,
): { readonly output: number; readonly tap: number }[] {
  const found = [];
  for (let tap = axis.taps - 1; tap >= 0; tap--) {
    const output = (input + axis.pad - tap * axis.dilation) / axis.stride;
    if (Number.isInteger(output) && output >= 0 && output < axis.outputs) found.push({ output, tap });
  }
  return found;
}

/** An output whose window covers a given input, and the tap that does: row i and column j of the kernel. */
export interface CoveringTap {
  readonly output: number;
  readonly i: number;
  readonly j: number;
}

/**
 * The inputs under each tap of an output's window, `[kernelHeight][kernelWidth]`; −1 in the padding. Here and
 * below, inputs and outputs are indexed within one map, row by row.
 */
export function windowOf(shape: LayerShape, output: number): number[][] {
  const { rows, columns } = axesOf(shape);
  const row = taps(rows).map((i) => inputUnderTap(rows, Math.floor(output / columns.outputs), i));
  const column = taps(columns).map((j) => inputUnderTap(columns, output % columns.outputs, j));
  return row.map((y) =>
    column.map((x) => (y === undefined || x === undefined ? -1 : y * columns.inputs + x)),
  );
}

/** The outputs whose windows cover an input, arranged as in the output map; empty where none does. */
export function outputsCovering(shape: LayerShape, input: number): CoveringTap[][] {
  const { rows, columns } = axesOf(shape);
  const across = outputsSeeing(columns, input % columns.inputs);
  if (across.length === 0) return [];
  return outputsSeeing(rows, Math.floor(input / columns.inputs)).map((row) =>
    across.map((column) => ({
      output: row.output * columns.outputs + column.output,
      i: row.tap,
      j: column.tap,
    })),
  );
}

/**
 * Which inputs of a map are covered by the windows of any of the marked outputs.
 *
 * @param outputs 1 for each marked output, 0 elsewhere
 * @returns the same for the inputs
 */
export function inputsSeenBy(shape: LayerShape, outputs: Uint8Array): Uint8Array {
  const { rows, columns } = axesOf(shape);
  const [down, across] = [rows, columns].map(inputsOfEach);
  return reached(outputs, { down, across, width: columns.outputs }, shape.input);
}

/** Which outputs of a map depend on any of the marked inputs; 1 and 0 as in `inputsSeenBy`. */
export function outputsReachedBy(shape: LayerShape, inputs: Uint8Array): Uint8Array {
  const { rows, columns } = axesOf(shape);
  const [down, across] = [rows, columns].map(outputsOfEach);
  return reached(inputs, { down, across, width: columns.inputs }, shape.output);
}

/** What the rows and the columns of a map lead to, and how wide it is. */
interface Links {
  readonly down: readonly (readonly number[])[];
  readonly across: readonly (readonly number[])[];
  readonly width: number;
}

/** Marks in one map what the marked numbers of another lead to. */
function reached(marked: Uint8Array, { down, across, width }: Links, size: Shape): Uint8Array {
  const found = new Uint8Array(size.height * size.width);
  marked.forEach((isMeant, index) => {
    if (!isMeant) return;
    for (const row of down[Math.floor(index / width)])
      for (const column of across[index % width]) found[row * size.width + column] = 1;
  });
  return found;
}

const inputsOfEach = (axis: Axis): number[][] =>
  Array.from({ length: axis.outputs }, (_, output) =>
    taps(axis).flatMap((tap) => inputUnderTap(axis, output, tap) ?? []),
  );

const outputsOfEach = (axis: Axis): number[][] =>
  Array.from({ length: axis.inputs }, (_, input) => outputsSeeing(axis, input).map(({ output }) => output));

function taps(axis: Axis): number[] {
  return Array.from({ length: axis.taps }, (_, tap) => tap);
}

/** The receptive field, in the image, of the numbers of a map, along rows or columns. */
export interface ReceptiveField {
  /** First image row (or column) in the field of the map's first number; negative in the padding. */
  readonly start: number;
  /** Size of a field in image pixels. */
  readonly size: number;
  /** Distance between the fields of neighbouring numbers, in image pixels. */
  readonly jump: number;
  /**
   * The pixel in the middle of the first number's field, following the middle tap of each layer (of an even
   * kernel, the tap before the middle).
   */
  readonly centre: number;
}

/** The image itself: a pixel's field is that pixel. */
const PIXEL: ReceptiveField = { start: 0, size: 1, jump: 1, centre: 0 };

/**
 * The receptive field of a layer's outputs, by the recurrence start −= pad · jump, size += (kernel − 1) ·
 * jump, centre += (⌊(kernel − 1) / 2⌋ − pad) · jump, then jump *= stride.
 *
 * @param through all layers from the image to that one, itself included; all of them keep maps
 */
export function receptiveField(through: readonly LayerShape[]): {
  readonly rows: ReceptiveField;
  readonly columns: ReceptiveField;
} {
  return {
    rows: through.reduce(
      (field, { kernel, pads, stride }) => extended(field, kernel.height, pads.top, stride.rows),
      PIXEL,
    ),
    columns: through.reduce(
      (field, { kernel, pads, stride }) => extended(field, kernel.width, pads.left, stride.columns),
      PIXEL,
    ),
  };
}

/** Extends a receptive field by one more layer with these windows. */
export function extended(
  { start, size, jump, centre }: ReceptiveField,
  kernel: number,
  pad: number,
  stride: number,
): ReceptiveField {
  return {
    start: start - pad * jump,
    size: size + (kernel - 1) * jump,
    jump: jump * stride,
    centre: centre + (Math.floor((kernel - 1) / 2) - pad) * jump,
  };
}

/**
 * The image rows (or columns) in the field of the number at a position, clipped to an image of that length.
 */
export function pixelsSeen(field: ReceptiveField, position: number, length: number): Span {
  const start = field.start + position * field.jump;
  const first = Math.max(0, start);
  return { first, count: Math.max(0, Math.min(length, start + field.size) - first) };
}
