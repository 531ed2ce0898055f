import { formula } from '../../formulas/formula';
import { entry } from '../../glossary/entry';
import type { PointwiseActivation } from './activationKind';

/** max(0, x). */
export const relu = {
  acts: 'number by number',
  words: ['ReLU'],
  isNeverNegative: true,

  formula: (x) => formula`MAX(0,${x})`,
  slope: { from: 'value', of: (a) => formula`(${a}>0)` },

  written: (x) => `max(0, ${x})`,
  writtenName: 'ReLU',
  holdsWhile: 'no ReLU switches on or off',
  atZero:
    'It is at a kink: backpropagation takes the slope of ReLU at 0 as 0; a real change may behave ' +
    'differently.',

  entry: entry({
    term: 'ReLU',
    also: ['rectified linear unit', 'max(0, x)'],
    question: 'What is ReLU?',
    text:
      'ReLU, the rectified linear unit, is max(0, x): it keeps numbers above 0 and makes all others 0. Its derivative is 1 ' +
      'above 0 and 0 elsewhere, so that a cell which is 0 passes no gradient back.',
    see: ['leakyRelu', 'activation', 'he'],
  }),
} satisfies PointwiseActivation;
