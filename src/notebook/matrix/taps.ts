import type { Convolution, Place } from './convolution';
import { placesOf, type Area, type Span, type Window } from './window';

/**
 * Which number of a filter's matrix, counted row by row, joins each output to each pixel, in the order of `placesOf`;
 * undefined where the output does not see the pixel. `[outputs][pixels]`
 */
export function tapsOf(convolution: Convolution, { outputs, pixels }: Window): (number | undefined)[][] {
  return placesOf(outputs).map((output) =>
    placesOf(pixels).map((pixel) => tapBetween(convolution, output, pixel)),
  );
}

/** The pixel that each output sees through each number of a matrix; undefined in the padding. `[outputs][taps]` */
export function patchesOf(convolution: Convolution, outputs: Area): (Place | undefined)[][] {
  const [height, width] = convolution.spec.kernel;
  const taps = placesOf({ rows: { first: 0, count: height }, columns: { first: 0, count: width } });
  return placesOf(outputs).map((output) => taps.map((tap) => pixelThrough(convolution, output, tap)));
}

/** In how many outputs of a whole map each row of a kernel, or column, meets a pixel rather than padding. */
export function usesOf(convolution: Convolution, side: 'height' | 'width'): number[] {
  const { shape, spec } = convolution;
  const taps = spec.kernel[side === 'height' ? 0 : 1];
  const outputs: Span = { first: 0, count: shape.output[side] };
  return Array.from({ length: taps }, (_, tap) =>
    indexes(outputs).reduce(
      (count, output) => count + Number(pixelAlong(convolution, side, output, tap) !== undefined),
      0,
    ),
  );
}

function tapBetween({ shape, spec }: Convolution, output: Place, pixel: Place): number | undefined {
  const { stride, pads } = shape;
  const { kernel, dilation = 1 } = spec;
  const row = (pixel.row + pads.top - output.row * stride) / dilation;
  const column = (pixel.column + pads.left - output.column * stride) / dilation;
  const isTap = (tap: number, length: number) => Number.isInteger(tap) && tap >= 0 && tap < length;
  return isTap(row, kernel[0]) && isTap(column, kernel[1]) ? row * kernel[1] + column : undefined;
}

function pixelThrough(convolution: Convolution, output: Place, tap: Place): Place | undefined {
  const row = pixelAlong(convolution, 'height', output.row, tap.row);
  const column = pixelAlong(convolution, 'width', output.column, tap.column);
  return row === undefined || column === undefined ? undefined : { row, column };
}

/** Along one axis. */
function pixelAlong(
  { shape: { input, pads, stride }, spec: { dilation = 1 } }: Convolution,
  side: 'height' | 'width',
  output: number,
  tap: number,
): number | undefined {
  const pixel = output * stride + tap * dilation - (side === 'height' ? pads.top : pads.left);
  return pixel >= 0 && pixel < input[side] ? pixel : undefined;
}

function indexes({ first, count }: Span): number[] {
  return Array.from({ length: count }, (_, index) => first + index);
}
