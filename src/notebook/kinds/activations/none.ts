import type { NoActivation } from './activationKind';

/** The sum as it is. */
export const none: NoActivation = {
  acts: 'not at all',
  words: ['none', 'linear', ''],
  isNeverNegative: false,
};
