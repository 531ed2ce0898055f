import type { LayerShape, Shape } from '../layerShape';
import type { AveragePool2dSpec, MaxPool2dSpec } from '../spec';
import { SpecError, expectPair, subject } from '../specError';
import { slide } from './windows';

/** The shape rule of both pools. Throws a SpecError if a window does not fit, or might lie in the padding alone. */
export function poolShape(
  { name, size, stride, padding = 'valid' }: MaxPool2dSpec | AveragePool2dSpec,
  input: Shape,
): Omit<LayerShape, 'name' | 'input'> {
  expectPair(name, 'its size', size);
  expectHalf(name, size, padding);
  const windows = { noun: 'window', size, stride: stride ?? size[0], padding, dilation: 1 } as const;
  const { height, width, ...sliding } = slide(name, windows, input);
  return { output: { channels: input.channels, height, width }, ...sliding, parameters: [], state: [] };
}

function expectHalf(name: string, [height, width]: [number, number], padding: unknown): void {
  const most = Math.floor(Math.min(height, width) / 2);
  if (typeof padding !== 'number' || !(padding > most)) return;
  throw new SpecError(
    name,
    `${subject(name)}: its padding of ${padding} is more than half of its window of ${height}×${width}, so that a ` +
      `window might see no pixel. Make the padding ${most} or less, or 'same'.`,
  );
}
