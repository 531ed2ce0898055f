import { initialisers, type InitialiserName } from '../../engine/initialisers';
import { layerTypes } from '../../engine/layers';
import type { LayerType, LossName } from '../../engine/spec';
import { layerKinds } from '../kinds/layers';
import { lossKinds } from '../kinds/losses';
import { isMeant, meantBy, offered } from './called';

export { ACTIVATION_WORDS, activationOf, activationWord } from './activationWords';

/** The choices of each list of the table. */
export const LAYER_WORDS = layerTypes.flatMap((type) =>
  layerKinds[type].table.biasIsOptional ? [layerWord(type), layerWord(type, false)] : [layerWord(type)],
);
export const LOSS_WORDS = offered(lossKinds);
export const INITIALISER_WORDS = Object.keys(initialisers) as InitialiserName[];
export const PADDING_WORDS = ['valid', 'same'] as const;

/** The word for a layer in its cell: "convolution", or "convolution without bias". */
export function layerWord(type: LayerType, bias = true): string {
  const [word] = layerKinds[type].table.words;
  return bias ? word : `${word} without bias`;
}

/** Whether a layer is called one without a bias. */
export function isWithoutBias(value: unknown): boolean {
  return WITHOUT_BIAS.test(String(value));
}

const WITHOUT_BIAS = /,?\s+(without|no)\s+bias\s*$/i;

export const lossWord = (loss: LossName): string => lossKinds[loss].words[0];

export function layerOf(value: unknown): LayerType | undefined {
  const types = (Object.keys(layerKinds) as LayerType[]).filter(
    (type) => layerKinds[type].table.biasIsOptional || !isWithoutBias(value),
  );
  const word = String(value).replace(WITHOUT_BIAS, '');
  return types.find((type) => isMeant(layerKinds[type].table.words, word));
}

export const lossOf = (value: unknown) => meantBy(lossKinds, value);
