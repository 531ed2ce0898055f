import type { Rect } from '../sheet/address';
import type { Placed, Subject } from './subject';

/** Layers that slide a window over maps. */
export type Sliding = Placed<'conv2d' | 'depthwiseConv2d' | 'maxPool2d' | 'averagePool2d'>;

export function slidingLayers(subject: Subject): Sliding[] {
  return subject.all('conv2d', 'depthwiseConv2d', 'maxPool2d', 'averagePool2d');
}

/** Along one side of the image: the pixels that a number depends on. */
interface Span {
  /** Of the first number of a map; below 0 in the padding. */
  readonly start: number;
  readonly size: number;
  /** Pixels from one number to the next. */
  readonly jump: number;
}

/** How many pixels of the image a number of the layer's maps sees, as far as the image goes. */
export function fieldSize(subject: Subject, layer: Sliding): { height: number; width: number } {
  const { input } = subject.spec.network;
  return {
    height: Math.min(input.height, spanOf(subject, layer, 'height').size),
    width: Math.min(input.width, spanOf(subject, layer, 'width').size),
  };
}

/** The pixels that the number in the middle of the layer's maps sees. */
export function fieldOfMiddle(subject: Subject, layer: Sliding): Rect {
  const [row, rows] = middle(subject, layer, 'height');
  const [column, columns] = middle(subject, layer, 'width');
  return { row, column, rows, columns };
}

function middle(subject: Subject, layer: Sliding, side: 'height' | 'width'): [number, number] {
  const { start, size, jump } = spanOf(subject, layer, side);
  const first = start + Math.floor((layer.shape.output[side] - 1) / 2) * jump;
  const end = Math.min(subject.spec.network.input[side], first + size);
  return [Math.max(0, first), end - Math.max(0, first)];
}

/** start −= padding · jump, size += (kernel − 1) · jump, then jump *= stride (Dumoulin & Visin). */
function spanOf(subject: Subject, last: Sliding, side: 'height' | 'width'): Span {
  let span: Span = { start: 0, size: 1, jump: 1 };
  for (const { name, shape } of slidingLayers(subject)) {
    const { start, size, jump } = span;
    span = {
      start: start - shape.pads[side === 'height' ? 'top' : 'left'] * jump,
      size: size + (shape.kernel[side] - 1) * jump,
      jump: jump * shape.stride,
    };
    if (name === last.name) break;
  }
  return span;
}
