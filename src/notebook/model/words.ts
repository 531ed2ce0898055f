import { initialisers, type InitialiserName } from '../../engine/initialisers';
import { layerTypes } from '../../engine/layers';
import type { LayerType, LossName } from '../../engine/spec';
import { layerKinds } from '../kinds/layers';
import { lossKinds } from '../kinds/losses';
import { isMeant, meantBy, offered } from './called';

export { ACTIVATION_WORDS, activationOf, activationWord } from './activationWords';

/** The choices of each list of the table. */
export const LAYER_WORDS = layerTypes.map(layerWord);
export const LOSS_WORDS = offered(lossKinds);
export const INITIALISER_WORDS = Object.keys(initialisers) as InitialiserName[];
export const PADDING_WORDS = ['valid', 'same'] as const;

export function layerWord(type: LayerType): string {
  return layerKinds[type].table.words[0];
}

export const lossWord = (loss: LossName): string => lossKinds[loss].words[0];

export function layerOf(value: unknown): LayerType | undefined {
  const types = Object.keys(layerKinds) as LayerType[];
  return types.find((type) => isMeant(layerKinds[type].table.words, value));
}

export const lossOf = (value: unknown) => meantBy(lossKinds, value);
