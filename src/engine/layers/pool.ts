import type { Padding, Stride } from '../geometry';
import type { LayerShape, Shape } from '../layerShape';
import { SpecError, expectPair, subject } from '../specError';
import { layOutWindows } from './windows';

/** Fields common to the specs of both pools. */
export interface PoolSpec {
  name: string;
  /** Height, width. */
  size: [number, number];
  /** Default `size`: windows side by side. */
  stride?: Stride;
  /** Default 'valid'. Padding never wins a max pool and is not counted in an average. */
  padding?: Padding;
}

/**
 * The shape rule of both pools.
 *
 * @throws SpecError if a window does not fit, or could lie entirely in the padding
 */
export function poolShape(
  { name, size, stride = size, padding = 'valid' }: PoolSpec,
  input: Shape,
): Omit<LayerShape, 'name' | 'input'> {
  expectPair<PoolSpec>(name, 'size', 'its size', size);
  expectPaddingWithinHalf(name, size, padding);
  const windows = { field: 'size', size, stride, padding, dilation: 1 } as const;
  const { height, width, ...sliding } = layOutWindows(name, windows, input);
  return { output: { channels: input.channels, height, width }, ...sliding, parameters: [], state: [] };
}

function expectPaddingWithinHalf(name: string, [height, width]: [number, number], padding: unknown): void {
  const most = Math.floor(Math.min(height, width) / 2);
  if (typeof padding !== 'number' || !(padding > most)) return;
  throw new SpecError<PoolSpec>(
    name,
    'padding',
    `${subject(name)}: its padding of ${padding} is more than half of its window of ${height}×${width}, so that a ` +
      `window might see no pixel. Make the padding ${most} or less, or 'same'.`,
  );
}
