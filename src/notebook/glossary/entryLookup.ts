import type { InitialiserName } from '../../engine/initialisers';
import type { OptimiserName } from '../../engine/optimisers';
import type { ScheduleName } from '../../engine/schedules';
import type { Activation, LayerSpec, LossName } from '../../engine/spec';
import type { CountedColumn, ModelField, TypedColumn } from '../model/columns';
import { activationOf, layerOf, lossOf, type PADDING_WORDS } from '../model/words';
import type { SettingKey } from '../sheet/settings';
import type { EntryKey } from './contents';

// Whoever adds a kind of layer, an activation and so on to the engine writes an entry for it, or the compiler complains here.

export const LAYER_ENTRIES: Readonly<Record<LayerSpec['type'], EntryKey>> = {
  inputNorm: 'inputNorm',
  conv2d: 'convolution',
  depthwiseConv2d: 'depthwise',
  maxPool2d: 'maxPool',
  averagePool2d: 'averagePool',
  globalAveragePool: 'globalAveragePool',
  batchNorm: 'batchNorm',
  dropout: 'dropout',
  flatten: 'flatten',
  dense: 'dense',
};

export const ACTIVATION_ENTRIES: Readonly<Record<Activation, EntryKey>> = {
  none: 'activation',
  relu: 'relu',
  leakyRelu: 'leakyRelu',
  sigmoid: 'sigmoid',
  tanh: 'tanh',
  gelu: 'gelu',
  softmax: 'softmax',
};

export const LOSS_ENTRIES: Readonly<Record<LossName, EntryKey>> = {
  sigmoidCrossEntropy: 'crossEntropy',
  softmaxCrossEntropy: 'crossEntropy',
  squaredError: 'squaredError',
};

export const OPTIMISER_ENTRIES: Readonly<Record<OptimiserName, EntryKey>> = {
  SGD: 'sgd',
  Momentum: 'momentum',
  Nesterov: 'nesterov',
  Adagrad: 'adagrad',
  RMSProp: 'rmsProp',
  Adam: 'adam',
  AdamW: 'adamW',
};

export const INITIALISER_ENTRIES: Readonly<Record<InitialiserName, EntryKey>> = {
  'Xavier uniform': 'xavier',
  'Xavier normal': 'xavier',
  'He uniform': 'he',
  'He normal': 'he',
  uniform: 'otherInitialisers',
  normal: 'otherInitialisers',
  constant: 'otherInitialisers',
  zeros: 'otherInitialisers',
};

export const SCHEDULE_ENTRIES: Readonly<Record<ScheduleName, EntryKey>> = {
  constant: 'schedule',
  step: 'schedule',
  exponential: 'schedule',
  cosine: 'schedule',
  'one-cycle': 'schedule',
};

export const SETTING_ENTRIES: Readonly<Record<SettingKey, EntryKey>> = {
  learningRate: 'learningRate',
  momentum: 'momentum',
  batchSize: 'batch',
  stepsPerRun: 'step',
  seed: 'seed',
  image: 'imageNumber',
  optimiser: 'optimiser',
  beta1: 'adam',
  beta2: 'adam',
  decay: 'rmsProp',
  epsilon: 'epsilon',
  weightDecay: 'weightDecay',
  schedule: 'schedule',
  factor: 'schedule',
  every: 'schedule',
  length: 'schedule',
  epochsPerRun: 'epoch',
  validationShare: 'validation',
  mode: 'mode',
};

/** Headings of the model table, and of the cells above it. */
const MODEL_ENTRIES: Readonly<Partial<Record<TypedColumn | CountedColumn | ModelField, EntryKey>>> = {
  Layer: 'layer',
  'Filters or units': 'filter',
  Kernel: 'filter',
  Stride: 'stride',
  Padding: 'padding',
  Dilation: 'dilation',
  Activation: 'activation',
  Initialiser: 'initialisation',
  'Output shape': 'featureMap',
  Parameters: 'parameters',
  'Parameters, counted': 'parameters',
  Activations: 'activation',
  'A dense layer would need': 'sharedWeights',
  'Receptive field': 'receptiveField',
  Images: 'images',
  Channels: 'channel',
  Height: 'input',
  Width: 'input',
  Loss: 'loss',
};

const PADDING_ENTRIES: Readonly<Record<(typeof PADDING_WORDS)[number], EntryKey>> = {
  valid: 'padding',
  same: 'padding',
};

/** The entry that a heading of the model table, or a word from one of its lists, leads to. */
export function entryOfModelWord(text: string): EntryKey | undefined {
  const word = text.trim();
  if (word === '') return undefined;
  const heading = found(MODEL_ENTRIES, word);
  if (heading) return heading;
  const [layer, activation, loss] = [layerOf(word), activationOf(word), lossOf(word)];
  if (layer) return LAYER_ENTRIES[layer];
  if (activation) return ACTIVATION_ENTRIES[activation];
  if (loss) return LOSS_ENTRIES[loss];
  return found(PADDING_ENTRIES, word) ?? found(INITIALISER_ENTRIES, withoutNumber(word));
}

/** Whatever somebody typed may be asked for. */
function found(entries: Readonly<Record<string, EntryKey | undefined>>, word: string): EntryKey | undefined {
  return Object.hasOwn(entries, word) ? entries[word] : undefined;
}

/** "normal 0.02" -> "normal". */
function withoutNumber(word: string): string {
  return word.replace(/\s+[-\d.e]+$/i, '');
}
