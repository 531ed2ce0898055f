import type { InitialiserName } from '../../engine/initialisers';
import type { Activation, LayerType, LossName } from '../../engine/spec';
import { layerKinds } from '../kinds/layers';
import { lossKinds } from '../kinds/losses';
import type { CountedColumn, ModelField, TypedColumn } from '../model/columns';
import { activationOf, layerOf, lossOf, type PADDING_WORDS } from '../model/words';
import type { SettingKey } from '../sheet/settings';
import type { EntryKey } from './contents';

/** The entry of a kind of layer. */
export function entryOfLayer(type: LayerType): EntryKey {
  return layerKinds[type].glossary.key as EntryKey;
}

/** The entry of an activation; for 'none', that of activations in general. */
export function entryOfActivation(name: Activation): EntryKey {
  return name === 'none' ? 'activation' : name;
}

export function entryOfLoss(name: LossName): EntryKey {
  return lossKinds[name].entry as EntryKey;
}

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

/** Entries for the headings of the model table and the names of the cells above it. */
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

/** The entry for a heading of the model table, or for a word from one of its lists. */
export function entryOfModelWord(text: string): EntryKey | undefined {
  const word = text.trim();
  if (word === '') return undefined;
  const heading = found(MODEL_ENTRIES, word);
  if (heading) return heading;
  const [layer, activation, loss] = [layerOf(word), activationOf(word), lossOf(word)];
  if (layer) return entryOfLayer(layer);
  if (activation) return entryOfActivation(activation);
  if (loss) return entryOfLoss(loss);
  return found(PADDING_ENTRIES, word) ?? found(INITIALISER_ENTRIES, withoutNumber(word));
}

/** A lookup that ignores inherited keys, since the word may be anything that was typed. */
function found(entries: Readonly<Record<string, EntryKey | undefined>>, word: string): EntryKey | undefined {
  return Object.hasOwn(entries, word) ? entries[word] : undefined;
}

/** "normal 0.02" -> "normal". */
function withoutNumber(word: string): string {
  return word.replace(/\s+[-\d.e]+$/i, '');
}
