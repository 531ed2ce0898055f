import type { LayerShape, Shape } from '../layerShape';
import type { Padding } from '../spec';
import { SpecError, expectPair, expectWhole, show, subject } from '../specError';
import { paddedShape } from './padding';

/** Windows that slide over a map: the kernels of convolutions, the windows of pools. */
export interface Windows {
  /** What the spec calls them, for messages. */
  noun: 'kernel' | 'window';
  /** Taps: height, width. */
  size: [number, number];
  stride: number;
  padding: Padding;
  /** From tap to tap. */
  dilation: number;
}

/** Where the windows of a layer stand, and how many there are: `height` rows of `width`. */
export interface Sliding extends Pick<LayerShape, 'pads' | 'stride' | 'kernel'> {
  height: number;
  width: number;
}

/** Slides windows over an input. Throws a SpecError, in the name of the layer, if they cannot. */
export function slide(name: string, windows: Windows, input: Shape): Sliding {
  const { noun, size, stride, padding, dilation } = windows;
  expectPair(name, noun === 'kernel' ? 'its kernel' : 'its size', size);
  expectWhole(name, 'its stride', stride);
  expectWhole(name, 'its dilation', dilation);
  const kernel = { height: (size[0] - 1) * dilation + 1, width: (size[1] - 1) * dilation + 1 };
  const [top, bottom] = padsOf(name, padding, input.height, kernel.height, stride);
  const [left, right] = padsOf(name, padding, input.width, kernel.width, stride);
  const pads = { top, left, bottom, right };
  const padded = paddedShape(input, pads);
  expectRoom(name, windows, kernel, input, padded);
  return {
    height: Math.floor((padded.height - kernel.height) / stride) + 1,
    width: Math.floor((padded.width - kernel.width) / stride) + 1,
    pads,
    stride,
    kernel,
  };
}

/** Room before and after one axis. */
function padsOf(
  name: string,
  padding: Padding,
  length: number,
  kernel: number,
  stride: number,
): [number, number] {
  if (padding === 'valid') return [0, 0];
  if (padding === 'same') {
    const outputs = Math.ceil(length / stride);
    const total = Math.max((outputs - 1) * stride + kernel - length, 0);
    const before = Math.floor(total / 2);
    return [before, total - before];
  }
  if (typeof padding !== 'number') {
    throw new SpecError(
      name,
      `${subject(name)}: its padding is ${show(padding)}; expected 'valid', 'same' or a number of pixels.`,
    );
  }
  expectWhole(name, 'its padding', padding, 0);
  return [padding, padding];
}

function expectRoom(
  name: string,
  { noun, size, dilation }: Windows,
  kernel: LayerShape['kernel'],
  input: Shape,
  padded: Shape,
): void {
  if (kernel.height <= padded.height && kernel.width <= padded.width) return;
  const isPadded = padded.height !== input.height || padded.width !== input.width;
  const spread = dilation > 1 ? `, ${kernel.height}×${kernel.width} with its dilation of ${dilation},` : '';
  const withPads = isPadded ? `, ${padded.height}×${padded.width} with its padding` : '';
  const smaller = dilation > 1 ? `the ${noun} or its dilation` : `the ${noun}`;
  const otherwise = noun === 'kernel' ? "set the padding to 'same'" : 'remove the layer';
  throw new SpecError(
    name,
    `${subject(name)}: its ${noun} of ${size[0]}×${size[1]}${spread} is larger than the map it reads, which is ` +
      `${input.height}×${input.width}${withPads}. Make ${smaller} smaller, or ${otherwise}.`,
  );
}
