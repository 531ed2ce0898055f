import type { Activation } from '../../engine/spec';
import { activationKinds } from '../kinds/activations';
import { CellFault, shown } from './cells';
import { meantBy, offered } from './called';

/** The choices in the list of the column Activation. */
export const ACTIVATION_WORDS = offered(activationKinds);

export const activationWord = (activation: Activation): string => activationKinds[activation].words[0];

export const activationOf = (value: unknown) => meantBy(activationKinds, value);

/** @throws CellFault if a cell does not name an activation */
export function activationIn(value: unknown): Activation {
  const known = activationOf(value);
  if (known) return known;
  throw new CellFault(`The activation is ${shown(value)}; choose one of ${ACTIVATION_WORDS.join(', ')}.`);
}
