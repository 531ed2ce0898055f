import { activationOf } from '../../engine/layers';
import type { NetworkSpec } from '../../engine/spec';
import { activationKinds } from '../kinds/activations';
import { layerKindOf } from '../kinds/layers';

/** The names of the layers whose outputs are never negative, and `input`: the pixels of an image are not. */
export function neverNegative({ layers }: NetworkSpec): ReadonlySet<string> {
  const names = new Set(['input']);
  let isBefore = true;
  for (const layer of layers) {
    const { isNeverNegative } = activationKinds[activationOf(layer)];
    isBefore = isNeverNegative || (isBefore && !!layerKindOf(layer).layout.keepsSign);
    if (isBefore) names.add(layer.name);
  }
  return names;
}
