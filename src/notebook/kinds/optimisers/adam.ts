import type { Operand, Part } from '../../explain/explanation';
import {
  blended,
  corrected,
  decayed,
  movedByRoot,
  type StepNumbers,
  type StepParts,
} from '../../explain/stepParts';
import { formula } from '../../formulas/formula';
import { adamStep, decayedFactor } from '../../formulas/nextWeight';
import { entry } from '../../glossary/entry';
import type { OptimiserKind } from './optimiserKind';

export const adam = {
  nextWeight: (cells) => formula`${cells.weight}-${adamStep(cells, decayedFactor(cells))}`,

  step(numbers) {
    const { parts, g } = decayed(numbers);
    return adamParts(numbers, parts, g, numbers.weight);
  },

  remembers: {
    velocities: 'v ← beta 1 · v + (1 − beta 1) · ∂',
    secondMoments: 's ← beta 2 · s + (1 − beta 2) · ∂²',
  },

  glossary: {
    key: 'adam',
    entry: entry({
      term: 'Adam',
      also: ['Adam beta 1', 'Adam beta 2', 'adaptive moments', 'second moment'],
      question: 'What is Adam?',
      text:
        'Adam keeps two running means for each weight: m of the gradient (beta 1) and s of its square (beta 2), both corrected for ' +
        'having begun at 0. Then w ← w − rate · m / (√s + ε), so that a step is hardly ever larger than the rate, however ' +
        'large the gradient. It often learns well without much trying of rates.',
      see: ['momentum', 'rmsProp', 'adamW'],
    }),
    settings: ['optimiser.beta1', 'optimiser.beta2'],
    here: ({ settings: { beta1, beta2 } }) => `Beta 1 is ${beta1} and beta 2 is ${beta2}.`,
  },
} as const satisfies OptimiserKind;

/** A step of Adam with some gradient, from some weight, after what led to these. */
export function adamParts(numbers: StepNumbers, before: Part[], g: Operand, weight: Operand): StepParts {
  const { options, t } = numbers;
  const velocity = blended('v', numbers.velocity, 'g', [g], options.beta1, 'beta 1');
  const square = blended('s', numbers.square, 'g²', [g, g], options.beta2, 'beta 2');
  const mean = corrected('v̂, bias-corrected', velocity.result, options.beta1, 'beta 1', t);
  const second = corrected('ŝ, bias-corrected', square.result, options.beta2, 'beta 2', t);
  return {
    rule:
      'v ← beta 1 · v + (1 − beta 1) · g, s ← beta 2 · s + (1 − beta 2) · g², then w ← w − rate · v̂ / (√ŝ + ε), ' +
      'v̂ and ŝ being v and s bias-corrected',
    velocity: [...before, velocity],
    square: [...before, square],
    weight: [
      ...before,
      velocity,
      square,
      mean,
      second,
      ...movedByRoot(numbers, mean.result, second.result, { letter: 'ŝ', weight }),
    ],
  };
}
