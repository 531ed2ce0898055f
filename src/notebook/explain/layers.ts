import { layerKindOf } from '../kinds/layers';
import { ExplainedLayer } from './explainedLayer';
import type { Scene } from './scene';

/** The layer at a position of the spec. */
export function layerAt(scene: Scene, position: number): ExplainedLayer {
  const { spec, shapes } = scene.network;
  const own = spec.layers[position];
  const before = position === 0 ? undefined : spec.layers[position - 1];
  const { compute } = layerKindOf(own).explain;
  const layer: ExplainedLayer = new ExplainedLayer(
    scene,
    own,
    shapes[position],
    before?.name ?? 'input',
    before !== undefined && layerKindOf(before).explain.flattens,
    (index, n) => compute(layer, index, n),
  );
  return layer;
}

/** The layer of a tensor such as 'conv1.filters', and the tensor's word in it. */
export function ownerOf(scene: Scene, tensor: string): [layer: ExplainedLayer, word: string] {
  const [name, word] = tensor.split('.');
  return [layerAt(scene, scene.positionOf(name)), word];
}

/** The layer that reads a tensor as a flattened vector; undefined if the tensor is not flattened. */
export function readerOfFlattened(scene: Scene, tensor: string): ExplainedLayer | undefined {
  const { layers } = scene.network.spec;
  const flattens = (at: number) => layers[at] !== undefined && layerKindOf(layers[at]).explain.flattens;
  let next = scene.positionOf(tensor) + 1;
  let isFlattened = flattens(next - 1);
  for (; flattens(next); next++) isFlattened = true;
  return isFlattened && layers[next] ? layerAt(scene, next) : undefined;
}
