import type { LayerShape, Shape } from '../../engine/shapes';
import type { AveragePool2dSpec, Conv2dSpec, DepthwiseConv2dSpec, MaxPool2dSpec } from '../../engine/spec';

/** Windows that slide over a map. Everything here counts within one map, row by row. */
export interface Windows {
  /** Taps of a window. */
  readonly rows: number;
  readonly columns: number;
  readonly stride: number;
  readonly dilation: number;
  readonly top: number;
  readonly left: number;
  readonly input: Pick<Shape, 'height' | 'width'>;
  readonly output: Pick<Shape, 'height' | 'width'>;
}

type Windowed = Conv2dSpec | DepthwiseConv2dSpec | MaxPool2dSpec | AveragePool2dSpec;

export function windowsOf({ spec, shape }: { readonly spec: Windowed; readonly shape: LayerShape }): Windows {
  const [rows, columns] = 'kernel' in spec ? spec.kernel : spec.size;
  const { pads, stride, input, output } = shape;
  const dilation = 'dilation' in spec ? (spec.dilation ?? 1) : 1;
  return { rows, columns, stride, dilation, top: pads.top, left: pads.left, input, output };
}

/** The pixel that tap (i, j) of an output's window sees; −1 in the padding. */
export function pixelOf(windows: Windows, output: number, i: number, j: number): number {
  const { stride, dilation, top, left, input } = windows;
  const row = Math.floor(output / windows.output.width) * stride - top + i * dilation;
  const column = (output % windows.output.width) * stride - left + j * dilation;
  if (row < 0 || column < 0 || row >= input.height || column >= input.width) return -1;
  return row * input.width + column;
}

/** The pixels of an output's window, as they stand beside each other; −1 in the padding. */
export function pixelsOf(windows: Windows, output: number): number[][] {
  return taps(windows).map((row) => row.map(({ i, j }) => pixelOf(windows, output, i, j)));
}

/** An output that sees a pixel, and through which tap. */
export interface Seer {
  readonly output: number;
  readonly i: number;
  readonly j: number;
}

/**
 * The outputs that see a pixel, as they stand beside each other. The first of them sees it through its last tap: that
 * is the filter turned by 180°.
 */
export function seersOf(windows: Windows, pixel: number): Seer[][] {
  const { rows, columns, top, left, input, output } = windows;
  const down = alongAxis(windows, Math.floor(pixel / input.width) + top, rows, output.height);
  const across = alongAxis(windows, (pixel % input.width) + left, columns, output.width);
  if (across.length === 0) return [];
  return down.map((row) =>
    across.map((column) => ({ output: row.at * output.width + column.at, i: row.tap, j: column.tap })),
  );
}

/** Which pixels the windows of some outputs see. */
export function seenBy(windows: Windows, outputs: Uint8Array): Uint8Array {
  const pixels = new Uint8Array(windows.input.height * windows.input.width);
  forEachMeeting(windows, (output, pixel) => {
    if (outputs[output]) pixels[pixel] = 1;
  });
  return pixels;
}

/** Which outputs see some pixels. */
export function seeing(windows: Windows, pixels: Uint8Array): Uint8Array {
  const outputs = new Uint8Array(windows.output.height * windows.output.width);
  forEachMeeting(windows, (output, pixel) => {
    if (pixels[pixel]) outputs[output] = 1;
  });
  return outputs;
}

/** Those of one map. */
export function mapOf<Numbers extends Uint8Array | Float64Array>(
  all: Numbers,
  channel: number,
  { height, width }: Pick<Shape, 'height' | 'width'>,
): Numbers {
  return all.subarray(channel * height * width, (channel + 1) * height * width) as Numbers;
}

/** In which of the maps is any number meant? Each of the masks counts within one map. */
export function anyOf(all: Uint8Array, shape: Shape): Uint8Array {
  const any = new Uint8Array(shape.height * shape.width);
  all.forEach((isMeant, index) => {
    if (isMeant) any[index % any.length] = 1;
  });
  return any;
}

/** Masks of all maps, made from other masks map by map; `to` is filled and returned. */
export function mapByMap(
  shape: Shape,
  from: Uint8Array,
  to: Uint8Array,
  make: (map: Uint8Array) => Uint8Array,
): Uint8Array {
  const size = to.length / shape.channels;
  for (let channel = 0; channel < shape.channels; channel++)
    to.set(make(mapOf(from, channel, shape)), channel * size);
  return to;
}

/** Indexes within one map as those of the tensor. */
export function inChannel(
  grid: readonly (readonly number[])[],
  channel: number,
  { height, width }: Pick<Shape, 'height' | 'width'>,
): number[][] {
  return grid.map((row) => row.map((index) => (index < 0 ? -1 : channel * height * width + index)));
}

function taps({ rows, columns }: Windows): { i: number; j: number }[][] {
  return Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (__, j) => ({ i, j })));
}

/** Every pixel that an output sees, of all outputs. */
function forEachMeeting(windows: Windows, met: (output: number, pixel: number) => void): void {
  const { rows, columns, stride, dilation, input, output } = windows;
  for (let y = 0, at = 0; y < output.height; y++) {
    for (let x = 0; x < output.width; x++, at++) {
      for (let i = 0, row = y * stride - windows.top; i < rows; i++, row += dilation) {
        if (row < 0 || row >= input.height) continue;
        for (let j = 0, column = x * stride - windows.left; j < columns; j++, column += dilation)
          if (column >= 0 && column < input.width) met(at, row * input.width + column);
      }
    }
  }
}

/** Along one axis: which outputs see the place at `padded`, counted with the padding, and through which tap. */
function alongAxis(
  { stride, dilation }: Windows,
  padded: number,
  tapCount: number,
  outputCount: number,
): { at: number; tap: number }[] {
  const found = [];
  for (let tap = tapCount - 1; tap >= 0; tap--) {
    const start = padded - tap * dilation;
    const at = start / stride;
    if (start >= 0 && Number.isInteger(at) && at < outputCount) found.push({ at, tap });
  }
  return found;
}
