import { leakySlope } from '../../../engine/activations/leakyRelu';
import { formula } from '../../formulas/formula';
import { entry } from '../../glossary/entry';
import type { PointwiseActivation } from './activationKind';

/** max(x, leakySlope · x). */
export const leakyRelu = {
  acts: 'number by number',
  words: ['leaky ReLU', 'leakyrelu'],
  isNeverNegative: false,

  formula: (x) => formula`MAX(${x},${leakySlope}*(${x}))`,
  slope: { from: 'value', of: (a) => formula`(${leakySlope}+${1 - leakySlope}*(${a}>0))` },

  written: (x) => `max(${x}, ${leakySlope} · ${x})`,
  writtenName: 'Leaky ReLU',
  holdsWhile: 'no ReLU switches on or off',
  atZero: undefined,

  entry: entry({
    term: 'Leaky ReLU',
    question: 'What is leaky ReLU?',
    text:
      `Leaky ReLU keeps numbers above 0 and multiplies all others by ${leakySlope}. A cell below 0 passes a little of its ` +
      'gradient back, so that it can recover, where with ReLU it would pass none.',
    see: ['relu', 'activation'],
  }),
} satisfies PointwiseActivation;
