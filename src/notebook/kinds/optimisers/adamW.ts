import { product } from '../../explain/explanation';
import { formula } from '../../formulas/formula';
import { adamStep } from '../../formulas/nextWeight';
import { entry } from '../../glossary/entry';
import { adam, adamParts } from './adam';
import type { OptimiserKind } from './optimiserKind';

export const adamW = {
  nextWeight(cells) {
    const kept = cells.decays
      ? formula`${cells.weight}*(1-${cells.rate}*${cells.weightDecay})`
      : [cells.weight];
    return formula`${kept}-${adamStep(cells, [cells.gradient])}`;
  },

  step(numbers) {
    const { learningRate, weightDecay } = numbers.options;
    if (weightDecay === 0) return adamParts(numbers, [], numbers.gradient, numbers.weight);
    const kept = product('decayed weight', [
      numbers.weight,
      { label: '1 − rate · weight decay', value: 1 - learningRate * weightDecay },
    ]);
    const parts = adamParts(numbers, [], numbers.gradient, kept.result);
    return { ...parts, weight: [kept, ...parts.weight] };
  },

  remembers: adam.remembers,

  glossary: {
    key: 'adamW',
    entry: entry({
      term: 'AdamW',
      question: 'What is AdamW?',
      text:
        'AdamW is Adam with the weight decay kept apart from the gradient: first w ← w · (1 − rate · weight decay), then Adam’s ' +
        'step. Without weight decay it is Adam.',
      see: ['adam', 'weightDecay'],
    }),
    settings: ['optimiser.weight_decay'],
    here: undefined,
  },
} as const satisfies OptimiserKind;
