import { initialisers, type InitialiserName } from '../../engine/initialisers';
import type { Activation, LayerSpec, LossName } from '../../engine/spec';

type LayerType = LayerSpec['type'];

/** What people call layers: the first word is what the table's list offers, the others are understood as well. */
const LAYERS: Readonly<Record<LayerType, readonly string[]>> = {
  inputNorm: ['input normalisation', 'input normalization', 'normalise', 'standardise'],
  conv2d: ['convolution', 'conv', 'conv2d'],
  depthwiseConv2d: ['depthwise convolution', 'depthwise'],
  maxPool2d: ['max pool', 'maxpool', 'max pooling', 'pool'],
  averagePool2d: ['average pool', 'avg pool', 'mean pool', 'average pooling'],
  globalAveragePool: ['global average pool', 'global average pooling', 'gap'],
  batchNorm: ['batch norm', 'batchnorm', 'batch normalisation', 'batch normalization'],
  dropout: ['dropout'],
  flatten: ['flatten'],
  dense: ['dense (fully connected)', 'dense', 'fully connected', 'linear', 'fc'],
};

const ACTIVATIONS: Readonly<Record<Activation, readonly string[]>> = {
  none: ['none', 'linear', ''],
  relu: ['ReLU'],
  leakyRelu: ['leaky ReLU', 'leakyrelu'],
  sigmoid: ['sigmoid'],
  tanh: ['tanh'],
  gelu: ['GELU'],
  softmax: ['softmax'],
};

const LOSSES: Readonly<Record<LossName, readonly string[]>> = {
  softmaxCrossEntropy: ['softmax cross-entropy', 'cross-entropy', 'softmax'],
  sigmoidCrossEntropy: ['sigmoid cross-entropy', 'binary cross-entropy', 'sigmoid'],
  squaredError: ['squared error', 'mse'],
};

/** What each list of the table offers. */
export const LAYER_WORDS = Object.values(LAYERS).map(([word]) => word);
export const ACTIVATION_WORDS = Object.values(ACTIVATIONS).map(([word]) => word);
export const LOSS_WORDS = Object.values(LOSSES).map(([word]) => word);
export const INITIALISER_WORDS = Object.keys(initialisers) as InitialiserName[];
export const PADDING_WORDS = ['valid', 'same'] as const;

export const layerWord = (type: LayerType): string => LAYERS[type][0];
export const activationWord = (activation: Activation): string => ACTIVATIONS[activation][0];
export const lossWord = (loss: LossName): string => LOSSES[loss][0];

export const layerOf = (value: unknown) => meantBy(LAYERS, value);
export const activationOf = (value: unknown) => meantBy(ACTIVATIONS, value);
export const lossOf = (value: unknown) => meantBy(LOSSES, value);

/** Nobody has to mind capitals. */
function meantBy<Key extends string>(
  words: Readonly<Record<Key, readonly string[]>>,
  value: unknown,
): Key | undefined {
  const typed = String(value).trim().toLowerCase();
  return (Object.keys(words) as Key[]).find((key) => words[key].some((word) => word.toLowerCase() === typed));
}
