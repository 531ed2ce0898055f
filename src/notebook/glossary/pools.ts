import { size } from './phrases';
import type { ShapedLayer } from './subject';

/** "pool1 has windows of 2×2 …". */
export function poolInNumbers(
  layer: ShapedLayer<'maxPool2d' | 'averagePool2d'> | undefined,
): string | undefined {
  if (!layer) return undefined;
  const { input, output } = layer.shape;
  const maps = input.channels === 1 ? 'a map' : `each of ${input.channels} maps`;
  return (
    `${layer.name} has windows of ${layer.size.join('×')} and makes ${size(output)} from ` +
    `${size(input)}, for ${maps}.`
  );
}
