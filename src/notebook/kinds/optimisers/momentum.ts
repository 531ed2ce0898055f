import { product } from '../../explain/explanation';
import { decayed, moved, rate, rolled } from '../../explain/stepParts';
import { formula } from '../../formulas/formula';
import { nextVelocity } from '../../formulas/nextWeight';
import { entry } from '../../glossary/entry';
import { rounded } from '../../glossary/phrases';
import type { OptimiserKind } from './optimiserKind';

export const momentum = {
  nextWeight: (cells) => formula`${cells.weight}-${cells.rate}*${nextVelocity(cells)}`,

  step(numbers) {
    const { parts, g } = decayed(numbers);
    const velocity = rolled(numbers, g);
    const change = product('change', [rate(numbers), velocity.result]);
    return {
      rule: 'v ← momentum · v + g, then w ← w − rate · v',
      velocity: [...parts, velocity],
      weight: [...parts, velocity, ...moved(numbers.weight, change)],
    };
  },

  remembers: { velocities: 'v ← momentum · v + ∂' },

  glossary: {
    key: 'momentum',
    entry: entry({
      term: 'Momentum',
      also: ['velocity', 'heavy ball'],
      question: 'What is momentum?',
      text:
        'Momentum keeps a velocity for each weight: v ← momentum · v + ∂L/∂w, then w ← w − rate · v. Gradients that agree from step to ' +
        'step add up, and those that keep changing sign cancel out.',
      see: ['sgd', 'nesterov', 'adam'],
    }),
    settings: ['sgd.momentum'],
    here: ({ settings }) =>
      `Momentum is ${settings.momentum}: under a gradient that stays the same, v grows to ` +
      `${rounded(1 / (1 - settings.momentum))} times the gradient.`,
  },
} as const satisfies OptimiserKind;
