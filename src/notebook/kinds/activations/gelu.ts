import { geluCubic } from '../../../engine/activations/gelu';
import { formula } from '../../formulas/formula';
import { entry } from '../../glossary/entry';
import type { PointwiseActivation } from './activationKind';

/** GELU in the tanh form, like the engine. */
export const gelu = {
  acts: 'number by number',
  words: ['GELU'],
  isNeverNegative: false,

  formula: (x) => formula`0.5*(${x})*(1+TANH(SQRT(2/PI())*((${x})+${geluCubic}*(${x})^3)))`,
  slope: {
    from: 'no cell',
    reason: 'the slope of GELU does not follow from its result, and the sums before it are in no cell',
  },

  written: (x) => `½ · x · (1 + tanh(0.798 · (x + ${geluCubic} · x³))), x = ${x}`,
  writtenName: 'GELU',
  holdsWhile: undefined,
  atZero: undefined,

  entry: entry({
    term: 'GELU',
    also: ['Gaussian error linear unit'],
    question: 'What is GELU?',
    text:
      'GELU multiplies x by the chance that a number from the standard bell curve is below x: a ReLU without its corner, a little ' +
      `below 0 for negative x. It is computed by the usual formula, ½ · x · (1 + tanh(√(2/π) · (x + ${geluCubic} · x³))).`,
    see: ['relu', 'activation'],
  }),
} satisfies PointwiseActivation;
