import { rectificationOf } from '../../../engine/optimisers/rAdam';
import { product, quotient, sum, type Part } from '../../explain/explanation';
import { applied, ROOT } from '../../explain/scalarFunctions';
import { blended, corrected, decayed, moved, rate } from '../../explain/stepParts';
import { formula, type Formula } from '../../formulas/formula';
import { correctedMean, decayedFactor, nextMeanSquare } from '../../formulas/nextWeight';
import { entry } from '../../glossary/entry';
import { adam } from './adam';
import type { OptimiserKind, WeightCells } from './optimiserKind';

export const rAdam = {
  nextWeight(cells) {
    const g = decayedFactor(cells);
    return formula`${cells.weight}-${cells.rate}*${correctedMean(cells, g)}*${adapted(cells, g)}`;
  },

  step(numbers) {
    const { options, t, weight } = numbers;
    const { parts, g } = decayed(numbers);
    const velocity = blended('v', numbers.velocity, 'g', [g], options.beta1, 'beta 1');
    const square = blended('s', numbers.square, 'g²', [g, g], options.beta2, 'beta 2');
    const mean = corrected('v̂, bias-corrected', velocity.result, options.beta1, 'beta 1', t);
    const rectification = rectificationOf(options.beta2, t);
    const before: Part[] = [...parts, velocity, square, mean];
    const memory = { velocity: [...parts, velocity], square: [...parts, square] };
    const running = 'v ← beta 1 · v + (1 − beta 1) · g, s ← beta 2 · s + (1 − beta 2) · g²';
    if (rectification === undefined)
      return {
        ...memory,
        rule: `${running}, then w ← w − rate · v̂, as s has seen too few gradients to be trusted`,
        weight: [...before, ...moved(weight, product('change', [rate(numbers), mean.result]))],
      };
    const seen = { label: `1 − beta 2^${t}`, value: 1 - options.beta2 ** t };
    const correction = applied(ROOT, `√(${seen.label})`, seen);
    const root = applied(ROOT, '√s', square.result);
    const under = sum('√s + ε', [root.result, { label: 'ε', value: options.epsilon }]);
    const over = product('rate · v̂ · r · √(1 − beta 2^t)', [
      rate(numbers),
      mean.result,
      { label: 'r, the rectification', value: rectification },
      correction.result,
    ]);
    const change = quotient('change', over.result, under.result);
    return {
      ...memory,
      rule: `${running}, then w ← w − rate · v̂ · r · √(1 − beta 2^t) / (√s + ε), r growing to 1 with the steps`,
      weight: [...before, root, correction, under, over, ...moved(weight, change)],
    };
  },

  remembers: adam.remembers,

  glossary: {
    key: 'rAdam',
    entry: entry({
      term: 'RAdam',
      also: ['rectified Adam'],
      question: 'What is RAdam?',
      text:
        'RAdam, rectified Adam, does not trust Adam’s mean of the squared gradient until it has seen enough of them: its first ' +
        'steps are w ← w − rate · m alone. Then it divides as Adam does, times a factor that grows from near 0 to 1. So no ' +
        'warm-up of the rate is needed.',
      see: ['adam', 'adamW', 'schedule'],
    }),
    settings: ['optimiser.beta2'],
    here: undefined,
  },
} as const satisfies OptimiserKind;

/** r·√(1 − β₂^t) / (√s + ε) once ρ, the effective number of gradients in s, is above 5; before that, 1. */
function adapted(cells: WeightCells, g: Formula): Formula {
  const { beta2, steps, epsilon } = cells;
  const power = formula`${beta2}^(${steps}+1)`;
  const longest = formula`(2/(1-${beta2})-1)`;
  const length = formula`(${longest}-2*(${steps}+1)*${power}/(1-${power}))`;
  const r = formula`SQRT((${length}-4)*(${length}-2)*${longest}/((${longest}-4)*(${longest}-2)*${length}))`;
  const root = formula`SQRT(${nextMeanSquare(cells, beta2, g)})`;
  return formula`IF(${length}>5,${r}*SQRT(1-${power})/(${root}+${epsilon}),1)`;
}
