import { sum, term } from '../../explain/explanation';
import { decayed, movedByRoot } from '../../explain/stepParts';
import { formula } from '../../formulas/formula';
import { decayedFactor } from '../../formulas/nextWeight';
import { entry } from '../../glossary/entry';
import type { OptimiserKind } from './optimiserKind';

export const adagrad = {
  nextWeight(cells) {
    const g = decayedFactor(cells);
    return formula`${cells.weight}-${cells.rate}*${g}/(SQRT(${cells.square}+${g}^2)+${cells.epsilon})`;
  },

  step(numbers) {
    const { parts, g } = decayed(numbers);
    const square = sum('s', [numbers.square, term('g²', [g, g])]);
    return {
      rule: 's ← s + g², then w ← w − rate · g / (√s + ε)',
      square: [...parts, square],
      weight: [...parts, square, ...movedByRoot(numbers, g, square.result)],
    };
  },

  remembers: { secondMoments: 's ← s + ∂²' },

  glossary: {
    key: 'adagrad',
    entry: entry({
      term: 'Adagrad',
      also: ['accumulated squares'],
      question: 'What is Adagrad?',
      text:
        'Adagrad sums up the squares of all gradients of a weight: s ← s + (∂L/∂w)², then w ← w − rate · ∂L/∂w / (√s + ε). Weights that have ' +
        'had large gradients take smaller steps. As s only grows, the steps become smaller and smaller.',
      see: ['rmsProp', 'adam', 'epsilon'],
    }),
    settings: ['optimiser.name'],
    here: undefined,
  },
} as const satisfies OptimiserKind;
