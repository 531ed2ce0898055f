import type { Activation } from '../../engine/spec';
import { activationKinds } from '../kinds/activations';
import { CellFault, shown } from './cells';
import { meantBy, offered } from './called';

/** What the list of the column Activation offers. */
export const ACTIVATION_WORDS = offered(activationKinds);

export const activationWord = (activation: Activation): string => activationKinds[activation].words[0];

export const activationOf = (value: unknown) => meantBy(activationKinds, value);

/** @throws CellFault when a cell names no activation */
export function activationIn(value: unknown): Activation {
  const known = activationOf(value);
  if (known) return known;
  throw new CellFault(`The activation is ${shown(value)}; choose one of ${ACTIVATION_WORDS.join(', ')}.`);
}
