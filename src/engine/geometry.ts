// Where windows stand that slide over maps, and what they see: kernels of convolutions, windows of pools. The one place
// for this arithmetic, of engine and notebook alike (Dumoulin and Visin 2016, arXiv:1603.07285).
// Imports from src/engine: layerShape.
import type { LayerShape, Pads, Shape } from './layerShape';

/**
 * Room around the image: zeros for a convolution, nothing at all for a pool. 'valid': none. 'same': as much as
 * makes the output `ceil(input / stride)` pixels, the odd one at the bottom and right, as in TensorFlow. A number:
 * so many pixels on every side.
 */
export type Padding = 'valid' | 'same' | number;

/** Effective kernel size, from the first tap to the last: dilation · (taps − 1) + 1. */
export function effectiveKernel(taps: number, dilation: number): number {
  return dilation * (taps - 1) + 1;
}

/** Rows, or columns, of padding before and after an axis of so many. */
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

/** How many windows stand on an axis of so many rows or columns, its padding counted. */
export function outputsAlong(padded: number, kernel: number, stride: number): number {
  return Math.floor((padded - kernel) / stride) + 1;
}

/** The shape of an input with its pads around it. */
export function paddedShape({ channels, height, width }: Shape, pads: Pads): Shape {
  return { channels, height: pads.top + height + pads.bottom, width: pads.left + width + pads.right };
}

/** The windows of a layer along its rows, or its columns. */
export interface Axis {
  /** Taps of a window. */
  readonly taps: number;
  /** From one tap to the next, and from one window to the next, in rows or columns of the input. */
  readonly dilation: number;
  readonly stride: number;
  /** Padding before the first row or column. */
  readonly pad: number;
  /** Rows or columns of a map. */
  readonly inputs: number;
  readonly outputs: number;
}

/** Some rows, or columns, that stand side by side. */
export interface Span {
  readonly first: number;
  readonly count: number;
}

/** The windows of a layer. Where it has none, each output reads one number. */
export function axesOf({ input, output, kernel, stride, dilation, pads }: LayerShape): {
  readonly rows: Axis;
  readonly columns: Axis;
} {
  const taps = (size: number) => (size - 1) / dilation + 1;
  const rows = { taps: taps(kernel.height), pad: pads.top, inputs: input.height, outputs: output.height };
  const columns = { taps: taps(kernel.width), pad: pads.left, inputs: input.width, outputs: output.width };
  return { rows: { ...rows, stride, dilation }, columns: { ...columns, stride, dilation } };
}

/** The row, or column, that an output sees through a tap; undefined in the padding. */
export function inputThrough(axis: Axis, output: number, tap: number): number | undefined {
  const input = output * axis.stride + tap * axis.dilation - axis.pad;
  return input >= 0 && input < axis.inputs ? input : undefined;
}

/** The tap through which an output sees a row, or column; undefined where it does not see it. */
export function tapBetween(axis: Axis, output: number, input: number): number | undefined {
  const tap = (input + axis.pad - output * axis.stride) / axis.dilation;
  return Number.isInteger(tap) && tap >= 0 && tap < axis.taps ? tap : undefined;
}

/** From the first row, or column, that an output sees to the last; what is in the padding is left out. */
export function inputsSeen(axis: Axis, output: number): Span {
  const start = output * axis.stride - axis.pad;
  const first = Math.max(0, start);
  const end = Math.min(axis.inputs, start + effectiveKernel(axis.taps, axis.dilation));
  return { first, count: Math.max(0, end - first) };
}

/** The same of all outputs, in their order. */
export function allInputsSeen(axis: Axis): Span[] {
  return Array.from({ length: axis.outputs }, (_, output) => inputsSeen(axis, output));
}

/**
 * The outputs that see a row, or column, in their order, and through which tap. The first sees it through its last tap:
 * so gradients flow back through the filter rotated by 180°.
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

/** An output that sees an input of a map, and through which tap: row i and column j of the kernel. */
export interface Meeting {
  readonly output: number;
  readonly i: number;
  readonly j: number;
}

/**
 * The inputs that an output sees, as its window's taps stand beside each other, `[kernelHeight][kernelWidth]`; −1 in the
 * padding. Here and below inputs and outputs are counted within one map, row by row.
 */
export function windowOf(shape: LayerShape, output: number): number[][] {
  const { rows, columns } = axesOf(shape);
  const row = taps(rows).map((i) => inputThrough(rows, Math.floor(output / columns.outputs), i));
  const column = taps(columns).map((j) => inputThrough(columns, output % columns.outputs, j));
  return row.map((y) =>
    column.map((x) => (y === undefined || x === undefined ? -1 : y * columns.inputs + x)),
  );
}

/** The outputs that see an input, as they stand beside each other; empty where none does. */
export function meetingsOf(shape: LayerShape, input: number): Meeting[][] {
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

/** Which inputs of a map any of some outputs see: 1 for each of them, as in what is given. */
export function inputsSeenBy(shape: LayerShape, outputs: Uint8Array): Uint8Array {
  const inputs = new Uint8Array(shape.input.height * shape.input.width);
  outputs.forEach((isMeant, output) => {
    if (isMeant) for (const input of windowOf(shape, output).flat()) if (input >= 0) inputs[input] = 1;
  });
  return inputs;
}

/** Which outputs of a map any of some inputs reach. */
export function outputsReachedBy(shape: LayerShape, inputs: Uint8Array): Uint8Array {
  const outputs = new Uint8Array(shape.output.height * shape.output.width);
  inputs.forEach((isMeant, input) => {
    if (isMeant) for (const { output } of meetingsOf(shape, input).flat()) outputs[output] = 1;
  });
  return outputs;
}

function taps(axis: Axis): number[] {
  return Array.from({ length: axis.taps }, (_, tap) => tap);
}

/** What the numbers of a map see of the image, along rows or columns: the receptive field. */
export interface ReceptiveField {
  /** The first pixel that the first number sees; negative in the padding. */
  readonly start: number;
  /** Pixels that a number sees, from the first to the last. */
  readonly size: number;
  /** Pixels from what one number sees to what the next one sees. */
  readonly jump: number;
  /** The pixel that the first number stands over: in each layer the middle tap's, of two the one before the middle. */
  readonly centre: number;
}

/** A pixel sees itself. */
const PIXEL: ReceptiveField = { start: 0, size: 1, jump: 1, centre: 0 };

/**
 * The receptive fields of a layer that is reached through maps only: start −= pad · jump, size += (kernel − 1) · jump,
 * centre += (⌊(kernel − 1) / 2⌋ − pad) · jump, then jump *= stride.
 *
 * @param through all layers from the image to that one, itself included
 */
export function receptiveField(through: readonly LayerShape[]): {
  readonly rows: ReceptiveField;
  readonly columns: ReceptiveField;
} {
  return {
    rows: through.reduce(
      (field, { kernel, pads, stride }) => beyond(field, kernel.height, pads.top, stride),
      PIXEL,
    ),
    columns: through.reduce(
      (field, { kernel, pads, stride }) => beyond(field, kernel.width, pads.left, stride),
      PIXEL,
    ),
  };
}

/** The receptive field behind one more layer with such windows. */
export function beyond(
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

/** The pixels that the number at a position sees, of an image's side of that length. */
export function pixelsSeen(field: ReceptiveField, position: number, length: number): Span {
  const start = field.start + position * field.jump;
  const first = Math.max(0, start);
  return { first, count: Math.max(0, Math.min(length, start + field.size) - first) };
}
