import { formula } from '../../formulas/formula';
import { entry } from '../../glossary/entry';
import type { PointwiseActivation } from './activationKind';

/** The hyperbolic tangent. */
export const tanh = {
  acts: 'number by number',
  words: ['tanh'],
  isNeverNegative: false,

  formula: (x) => formula`TANH(${x})`,
  slope: { from: 'value', of: (a) => formula`(1-${a}^2)` },

  written: (x) => `tanh(${x})`,
  writtenName: 'Tanh',
  holdsWhile: undefined,
  atZero: undefined,

  entry: entry({
    term: 'Tanh',
    also: ['hyperbolic tangent'],
    question: 'What is tanh?',
    text:
      'Tanh, the hyperbolic tangent, turns any number into one between −1 and 1, and 0 into 0. It has ' +
      'the shape of the ' +
      'sigmoid: tanh(x) is 2 · sigmoid(2x) − 1.',
    see: ['sigmoid', 'activation', 'xavier'],
  }),
} satisfies PointwiseActivation;
