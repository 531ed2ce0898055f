import { product, sum, term } from '../../explain/explanation';
import { decayed, momentum, moved, rate, rolled } from '../../explain/stepParts';
import { formula } from '../../formulas/formula';
import { decayedGradient, nextVelocity } from '../../formulas/nextWeight';
import { entry } from '../../glossary/entry';
import type { OptimiserKind } from './optimiserKind';

export const nesterov = {
  nextWeight: (cells) =>
    formula`${cells.weight}-${cells.rate}*(${decayedGradient(cells)}+${cells.momentum}*${nextVelocity(cells)})`,

  step(numbers) {
    const { parts, g } = decayed(numbers);
    const velocity = rolled(numbers, g);
    const ahead = sum('g + momentum · v', [g, term('momentum · v', [momentum(numbers), velocity.result])]);
    const change = product('change', [rate(numbers), ahead.result]);
    return {
      rule: 'v ← momentum · v + g, then w ← w − rate · (g + momentum · v)',
      velocity: [...parts, velocity],
      weight: [...parts, velocity, ahead, ...moved(numbers.weight, change)],
    };
  },

  remembers: { velocities: 'v ← momentum · v + ∂' },

  glossary: {
    key: 'nesterov',
    entry: entry({
      term: 'Nesterov',
      also: ['Nesterov momentum', 'accelerated gradient'],
      question: 'What is Nesterov momentum?',
      text:
        'Nesterov’s is momentum that looks one step ahead: v ← momentum · v + ∂L/∂w as before, but then ' +
        'w ← w − rate · (∂L/∂w + momentum · v). The step goes where the velocity is about to lead, and so turns sooner.',
      see: ['momentum', 'sgd'],
    }),
    settings: ['sgd.momentum'],
    here: undefined,
  },
} as const satisfies OptimiserKind;
