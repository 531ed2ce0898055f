import { product } from '../../explain/explanation';
import { decayed, moved, rate } from '../../explain/stepParts';
import { formula } from '../../formulas/formula';
import { decayedFactor } from '../../formulas/nextWeight';
import { entry } from '../../glossary/entry';
import type { OptimiserKind } from './optimiserKind';

export const sgd = {
  nextWeight: (cells) => formula`${cells.weight}-${cells.rate}*${decayedFactor(cells)}`,

  step(numbers) {
    const { parts, g } = decayed(numbers);
    return {
      rule: 'w ← w − rate · g',
      weight: [...parts, ...moved(numbers.weight, product('change', [rate(numbers), g]))],
    };
  },

  remembers: {},

  glossary: {
    key: 'sgd',
    entry: entry({
      term: 'SGD',
      also: ['stochastic gradient descent', 'gradient descent'],
      question: 'What is SGD?',
      text:
        'SGD, stochastic gradient descent: w ← w − rate · ∂L/∂w. Each weight goes a little way down the slope of the loss. It ' +
        'is stochastic because each step sees another batch, and so only an estimate of the slope over all images.',
      see: ['momentum', 'learningRate', 'batch'],
    }),
    settings: ['optimiser.name'],
    here: undefined,
  },
} as const satisfies OptimiserKind;
