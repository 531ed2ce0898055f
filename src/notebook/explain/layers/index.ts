import type { LayerSpec } from '../../../engine/spec';
import { LayerPage, type LayerExplainer } from '../layer';
import type { Scene } from '../scene';
import { averagePool2d } from './averagePool2d';
import { batchNorm } from './batchNorm';
import { conv2d } from './conv2d';
import { dense } from './dense';
import { depthwiseConv2d } from './depthwiseConv2d';
import { dropout } from './dropout';
import { flatten } from './flatten';
import { globalAveragePool } from './globalAveragePool';
import { inputNorm } from './inputNorm';
import { maxPool2d } from './maxPool2d';

/** Every kind of layer: whoever adds one names it here and in the engine. */
const explainers: { [Type in LayerSpec['type']]: LayerExplainer<Extract<LayerSpec, { type: Type }>> } = {
  inputNorm,
  conv2d,
  depthwiseConv2d,
  maxPool2d,
  averagePool2d,
  globalAveragePool,
  batchNorm,
  dropout,
  flatten,
  dense,
};

export function explainerOf({ type }: LayerSpec): LayerExplainer<LayerSpec> {
  return explainers[type] as LayerExplainer<LayerSpec>;
}

/** The layer at a position of the spec. */
export function pageOf(scene: Scene, position: number): LayerPage {
  const { spec, shapes } = scene.network;
  const layer = spec.layers[position];
  const input = position === 0 ? 'input' : spec.layers[position - 1].name;
  const page: LayerPage = new LayerPage(scene, layer, shapes[position], input, (index, n) =>
    explainerOf(layer).compute(page, index, n),
  );
  return page;
}

/** Where in the spec the layer of that name stands; −1 is the image itself. */
export function positionOf({ network }: Scene, tensor: string): number {
  return network.spec.layers.findIndex(({ name }) => name === tensor);
}
