import { layerKindOf } from '../kinds/layers';
import { lossKinds } from '../kinds/losses';
import { spread } from './activations';
import { layerAt } from './layers';
import type { Scene } from './scene';

/** Masks by tensor: 1 for each number that is meant. */
export type Masks = ReadonlyMap<string, Uint8Array>;

/** Everything before a layer that some of its numbers are computed from: their receptive fields. */
export function sourcesOf(scene: Scene, tensor: string, meant: Uint8Array): Masks {
  const masks = new Map<string, Uint8Array>();
  for (let position = scene.positionOf(tensor), mask = meant; position >= 0; position--) {
    const layer = layerAt(scene, position);
    mask = layerKindOf(layer.spec).explain.reads(layer, spread(layer, mask));
    masks.set(layer.inputTensor, mask);
  }
  return masks;
}

/** Everything after a layer, or the image, that changes with some of its numbers. */
export function influencesOf(scene: Scene, tensor: string, meant: Uint8Array): Masks {
  const masks = new Map<string, Uint8Array>();
  let mask = meant;
  for (let position = scene.positionOf(tensor) + 1; position < scene.network.shapes.length; position++) {
    const layer = layerAt(scene, position);
    mask = spread(layer, layerKindOf(layer.spec).explain.reaches(layer, mask));
    masks.set(layer.spec.name, mask);
  }
  if (!mask.includes(1)) return masks;
  masks.set('probabilities', sharesOut(scene) ? mask.slice().fill(1) : mask);
  masks.set('loss', Uint8Array.of(1));
  return masks;
}

/** The logits that some probabilities are computed from. */
export function logitsOf(scene: Scene, probabilities: Uint8Array): Uint8Array {
  return sharesOut(scene) ? probabilities.slice().fill(1) : probabilities;
}

/** A mask with a single number marked. */
export function only(index: number, size: number): Uint8Array {
  const mask = new Uint8Array(size);
  mask[index] = 1;
  return mask;
}

function sharesOut({ network }: Scene): boolean {
  return lossKinds[network.spec.loss].sharesOut;
}
