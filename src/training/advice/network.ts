import type { LayerShape, Parameter } from '../../engine/layerShape';
import { sizeOfImage } from '../../engine/shapes';
import type { LayerSpec } from '../../engine/spec';
import type { Training } from '../training';
import { LARGE_BATCH } from './data';
import type { Advice } from './mistakes';

/** What is wrong with weights and activations. */
export function networkFaults(training: Training): Advice[] {
  const { layers } = training.spec.network;
  const all = training.network.shapes.map((shape, index) => ({
    shape,
    spec: layers[index],
    isLast: index === layers.length - 1,
  }));
  return all.flatMap((layer) => [
    ...loneNorm(training, layer),
    ...symmetry(training, layer),
    ...deadRelu(training, layer),
  ]);
}

interface Layer {
  readonly shape: LayerShape;
  readonly spec: LayerSpec;
  readonly isLast: boolean;
}

/** As PyTorch, which refuses it: "Expected more than 1 value per channel when training". */
function loneNorm({ network, settings }: Training, { shape, spec }: Layer): Advice[] {
  const { height, width } = shape.output;
  const isLone = spec.type === 'batchNorm' && network.batchSize * height * width === 1;
  return isLone && settings.mode === 'train'
    ? [{ about: 'loneNorm', layer: shape.name, setting: 'batchSize' }]
    : [];
}

/** The last layer's units differ by their targets, whatever they begin with. */
function symmetry({ network }: Training, { shape, spec, isLast }: Layer): Advice[] {
  const weights = weightsOf(shape, spec);
  if (!weights || isLast || weights.shape[0] < 2) return [];
  const all = [...shape.parameters]
    .filter(({ shape: sides }) => sides[0] === weights.shape[0])
    .map(({ name }) => network.parameters.get(name)!);
  const count = weights.shape[0];
  const areSame = all.every((values) => {
    const each = values.length / count;
    return values.every((value, index) => value === values[index % each]);
  });
  return areSame ? [{ about: 'symmetry', layer: shape.name, tensor: weights.name, count }] : [];
}

/** All outputs are 0, and no gradient reaches the weights: for no image of a batch that is large enough to tell. */
function deadRelu({ network }: Training, { shape, spec }: Layer): Advice[] {
  const weights = weightsOf(shape, spec);
  if (network.batchSize < LARGE_BATCH || !weights || !('activation' in spec) || spec.activation !== 'relu')
    return [];
  const shown = network.activations.get(shape.name)!.subarray(0, sizeOfImage(network, shape.name));
  const isDead =
    shown.every(isZero) && shape.parameters.every(({ name }) => network.gradients.get(name)!.every(isZero));
  const tensor = shape.parameters.at(-1)!.name;
  return isDead ? [{ about: 'deadRelu', layer: shape.name, tensor }] : [];
}

function weightsOf({ parameters }: LayerShape, { type }: LayerSpec): Parameter | undefined {
  return type === 'conv2d' || type === 'dense' ? parameters[0] : undefined;
}

const isZero = (value: number) => value === 0;
