import { activationKindOf } from '../kinds/activations';
import type { ExplainedLayer } from './explainedLayer';
import { sentence, type Part } from './explanation';

/**
 * What to say when a number feeds an activation exactly at its kink, such as ReLU at 0: there is no
 * derivative, and backpropagation chooses one side.
 *
 * @param fed a mask of the layer's outputs that the number influences
 */
export function cornerParts(layer: ExplainedLayer, fed: Uint8Array): Part[] {
  const kind = activationKindOf(layer.spec);
  if (kind.acts !== 'number by number' || kind.atZero === undefined) return [];
  const isAtZero = (output: number) => layer.outputs()[output] === 0 && layer.before(output) === 0;
  return fed.some((isFed, output) => isFed === 1 && isAtZero(output)) ? [sentence(kind.atZero)] : [];
}
