import { formula, LARGEST_POWER, type Formula } from '../../formulas/formula';
import { entry } from '../../glossary/entry';
import type { PointwiseActivation } from './activationKind';

/** 1 / (1 + e^−x). */
export function sigmoidOf(x: Formula): Formula {
  return formula`1/(1+EXP(-MAX(-${LARGEST_POWER},${x})))`;
}

export const sigmoid = {
  acts: 'number by number',
  words: ['sigmoid'],
  isNeverNegative: true,

  formula: sigmoidOf,
  slope: { from: 'value', of: (a) => formula`${a}*(1-${a})` },

  written: (x) => `1 / (1 + e^−(${x}))`,
  writtenName: 'Sigmoid',
  holdsWhile: undefined,
  atZero: undefined,

  entry: entry({
    term: 'Sigmoid',
    also: ['logistic function'],
    question: 'What is the sigmoid?',
    text:
      'The sigmoid, 1 / (1 + e^−x), turns any number into one between 0 and 1, and 0 into 0.5. At the ' +
      'end of a network it gives ' +
      'each unit a probability of its own: use it for yes or no, and where several labels or none may be ' +
      'right. Where exactly one class is right, use softmax.',
    see: ['softmax', 'logits', 'crossEntropy'],
  }),
} satisfies PointwiseActivation;
