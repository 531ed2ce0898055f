import {
  effectiveKernel,
  outputsAlong,
  paddedShape,
  padsAlong,
  type Padding,
  type Stride,
} from '../geometry';
import type { LayerShape, Shape } from '../layerShape';
import { SpecError, expectPair, expectWhole, show, subject } from '../specError';

/** The spec of sliding windows: a convolution's kernel or a pool's window. */
export interface Windows {
  /** Name of the spec field that holds their size. */
  field: 'kernel' | 'size';
  /** Taps: height, width. */
  size: [number, number];
  stride: Stride;
  padding: Padding;
  /** Pixels between neighbouring taps. */
  dilation: number;
}

/** Layout of the windows over an input, and their number: `height` rows of `width`. */
export interface WindowLayout extends Pick<LayerShape, 'pads' | 'stride' | 'dilation' | 'kernel'> {
  height: number;
  width: number;
}

/**
 * Lays out windows over an input.
 *
 * @param name of the layer, for messages
 * @throws SpecError if they do not fit
 */
export function layOutWindows(name: string, windows: Windows, input: Shape): WindowLayout {
  const { field, size, padding, dilation } = windows;
  expectPair<WindowFields>(name, field, `its ${field}`, size);
  expectWhole<WindowFields>(name, 'dilation', 'its dilation', dilation);
  expectPadding(name, padding);
  const stride = strideOf(name, windows.stride);
  const kernel = { height: effectiveKernel(size[0], dilation), width: effectiveKernel(size[1], dilation) };
  const [top, bottom] = padsAlong(padding, input.height, kernel.height, stride.rows);
  const [left, right] = padsAlong(padding, input.width, kernel.width, stride.columns);
  const pads = { top, left, bottom, right };
  const padded = paddedShape(input, pads);
  expectRoom(name, windows, kernel, input, padded);
  return {
    height: outputsAlong(padded.height, kernel.height, stride.rows),
    width: outputsAlong(padded.width, kernel.width, stride.columns),
    pads,
    stride,
    dilation,
    kernel,
  };
}

/** The spec fields of layers with windows. */
interface WindowFields {
  kernel: unknown;
  size: unknown;
  stride: unknown;
  padding: unknown;
  dilation: unknown;
}

function strideOf(name: string, stride: Stride): LayerShape['stride'] {
  if (!Array.isArray(stride)) {
    expectWhole<WindowFields>(name, 'stride', 'its stride', stride);
    return { rows: stride, columns: stride };
  }
  expectPair<WindowFields>(name, 'stride', 'its stride', stride);
  return { rows: stride[0], columns: stride[1] };
}

function expectPadding(name: string, padding: unknown): void {
  if (padding === 'valid' || padding === 'same') return;
  if (typeof padding !== 'number') {
    throw new SpecError<WindowFields>(
      name,
      'padding',
      `${subject(name)}: its padding is ${show(padding)}; expected 'valid', 'same' or a number of pixels.`,
    );
  }
  expectWhole<WindowFields>(name, 'padding', 'its padding', padding, 0);
}

function expectRoom(
  name: string,
  { field, size, dilation }: Windows,
  kernel: LayerShape['kernel'],
  input: Shape,
  padded: Shape,
): void {
  if (kernel.height <= padded.height && kernel.width <= padded.width) return;
  const noun = field === 'kernel' ? 'kernel' : 'window';
  const isPadded = padded.height !== input.height || padded.width !== input.width;
  const spread = dilation > 1 ? `, ${kernel.height}×${kernel.width} with its dilation of ${dilation},` : '';
  const withPads = isPadded ? `, ${padded.height}×${padded.width} with its padding` : '';
  const smaller = dilation > 1 ? `the ${noun} or its dilation` : `the ${noun}`;
  const otherwise = field === 'kernel' ? "set the padding to 'same'" : 'remove the layer';
  throw new SpecError<WindowFields>(
    name,
    field,
    `${subject(name)}: its ${noun} of ${size[0]}×${size[1]}${spread} is larger than the map it reads, which is ` +
      `${input.height}×${input.width}${withPads}. Make ${smaller} smaller, or ${otherwise}.`,
  );
}
