import { effectiveKernel, outputsAlong, paddedShape, padsAlong, type Padding } from '../geometry';
import type { LayerShape, Shape } from '../layerShape';
import { SpecError, expectPair, expectWhole, show, subject } from '../specError';

/** Windows that slide over a map: the kernels of convolutions, the windows of pools. */
export interface Windows {
  /** What the spec calls their size: its field. */
  field: 'kernel' | 'size';
  /** Taps: height, width. */
  size: [number, number];
  stride: number;
  padding: Padding;
  /** From tap to tap. */
  dilation: number;
}

/** Where the windows of a layer stand, and how many there are: `height` rows of `width`. */
export interface Sliding extends Pick<LayerShape, 'pads' | 'stride' | 'dilation' | 'kernel'> {
  height: number;
  width: number;
}

/** Slides windows over an input. Throws a SpecError, in the name of the layer, if they cannot. */
export function slide(name: string, windows: Windows, input: Shape): Sliding {
  const { field, size, stride, padding, dilation } = windows;
  expectPair<SlidingFields>(name, field, `its ${field}`, size);
  expectWhole<SlidingFields>(name, 'stride', 'its stride', stride);
  expectWhole<SlidingFields>(name, 'dilation', 'its dilation', dilation);
  expectPadding(name, padding);
  const kernel = { height: effectiveKernel(size[0], dilation), width: effectiveKernel(size[1], dilation) };
  const [top, bottom] = padsAlong(padding, input.height, kernel.height, stride);
  const [left, right] = padsAlong(padding, input.width, kernel.width, stride);
  const pads = { top, left, bottom, right };
  const padded = paddedShape(input, pads);
  expectRoom(name, windows, kernel, input, padded);
  return {
    height: outputsAlong(padded.height, kernel.height, stride),
    width: outputsAlong(padded.width, kernel.width, stride),
    pads,
    stride,
    dilation,
    kernel,
  };
}

/** What the specs of such layers may have. */
interface SlidingFields {
  kernel: unknown;
  size: unknown;
  stride: unknown;
  padding: unknown;
  dilation: unknown;
}

function expectPadding(name: string, padding: unknown): void {
  if (padding === 'valid' || padding === 'same') return;
  if (typeof padding !== 'number') {
    throw new SpecError<SlidingFields>(
      name,
      'padding',
      `${subject(name)}: its padding is ${show(padding)}; expected 'valid', 'same' or a number of pixels.`,
    );
  }
  expectWhole<SlidingFields>(name, 'padding', 'its padding', padding, 0);
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
  throw new SpecError<SlidingFields>(
    name,
    field,
    `${subject(name)}: its ${noun} of ${size[0]}×${size[1]}${spread} is larger than the map it reads, which is ` +
      `${input.height}×${input.width}${withPads}. Make ${smaller} smaller, or ${otherwise}.`,
  );
}
