import { formula, LARGEST_POWER } from '../../formulas/formula';
import { entry } from '../../glossary/entry';
import type { PointwiseActivation } from './activationKind';

/** x · σ(x). In terms of its value a, the derivative σ + a·(1 − σ) is a + (1 − a)·σ. */
export const silu = {
  acts: 'number by number',
  words: ['SiLU'],
  isNeverNegative: false,

  formula: (x) => formula`(${x})/(1+EXP(-MAX(-${LARGEST_POWER},${x})))`,
  slope: {
    from: 'sum',
    of: (x, a) => formula`(${a}+(1-${a})/(1+EXP(-MAX(-${LARGEST_POWER},${x}))))`,
  },

  written: (x) => `x / (1 + e^−x), x = ${x}`,
  writtenName: 'SiLU',
  holdsWhile: undefined,
  atZero: undefined,

  entry: entry({
    term: 'SiLU',
    also: ['sigmoid linear unit', 'swish'],
    question: 'What is SiLU?',
    text:
      'SiLU, the sigmoid linear unit, multiplies x by its own sigmoid: x / (1 + e^−x). It is a ReLU without its corner, a little ' +
      'below 0 for negative x, and much like GELU.',
    see: ['sigmoid', 'relu', 'gelu', 'activation'],
  }),
} satisfies PointwiseActivation;
