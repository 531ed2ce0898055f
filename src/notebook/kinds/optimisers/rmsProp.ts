import { blended, decayed, movedByRoot } from '../../explain/stepParts';
import { formula } from '../../formulas/formula';
import { decayedFactor, nextMeanSquare } from '../../formulas/nextWeight';
import { entry } from '../../glossary/entry';
import type { OptimiserKind } from './optimiserKind';

export const rmsProp = {
  nextWeight(cells) {
    const g = decayedFactor(cells);
    const square = nextMeanSquare(cells, cells.decay, g);
    return formula`${cells.weight}-${cells.rate}*${g}/(SQRT(${square})+${cells.epsilon})`;
  },

  step(numbers) {
    const { parts, g } = decayed(numbers);
    const square = blended('s', numbers.square, 'g²', [g, g], numbers.options.decay, 'decay');
    return {
      rule: 's ← decay · s + (1 − decay) · g², then w ← w − rate · g / (√s + ε)',
      square: [...parts, square],
      weight: [...parts, square, ...movedByRoot(numbers, g, square.result)],
    };
  },

  remembers: { secondMoments: 's ← decay · s + (1 − decay) · ∂²' },

  glossary: {
    key: 'rmsProp',
    entry: entry({
      term: 'RMSProp',
      also: ['RMSProp decay'],
      question: 'What is RMSProp?',
      text:
        'RMSProp divides the gradient by its recent size: s ← decay · s + (1 − decay) · (∂L/∂w)², then w ← w − rate · ∂L/∂w / (√s + ε). So ' +
        'weights with small and with large gradients take steps of similar size.',
      see: ['adagrad', 'adam', 'epsilon'],
    }),
    settings: ['optimiser.decay'],
    here: ({ settings: { decay } }) => `The decay is ${decay}.`,
  },
} as const satisfies OptimiserKind;
