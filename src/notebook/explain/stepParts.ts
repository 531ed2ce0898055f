import type { OptimiserOptions } from '../../engine/optimisers';
import {
  minus,
  quotient,
  product,
  sum,
  term,
  type Operand,
  type Part,
  type Quotient,
  type Sum,
} from './explanation';
import { applied, ROOT } from './scalarFunctions';

/** What a step makes a weight from, as it stands before the step. */
export interface StepNumbers {
  readonly weight: Operand;
  readonly gradient: Operand;
  readonly velocity: Operand;
  readonly square: Operand;
  readonly options: OptimiserOptions;
  /** The number of the step as the optimiser counts, from 1. */
  readonly t: number;
}

/** How a step of an optimiser goes; the last of each kind of parts comes to what it is called after. */
export interface StepParts {
  /** As it would be said of all weights: "w ← w − rate · g". */
  readonly rule: string;
  readonly weight: Part[];
  /** Of optimisers that remember a velocity. */
  readonly velocity?: Part[];
  /** Of optimisers that remember second moments. */
  readonly square?: Part[];
}

/** The gradient, to which a weight decay adds its share of the weight. */
export function decayed({ weight, gradient, options: { weightDecay } }: StepNumbers): {
  parts: Part[];
  g: Operand;
} {
  if (weightDecay === 0) return { parts: [], g: gradient };
  const decay = term('weight decay · w', [{ label: 'weight decay', value: weightDecay }, weight]);
  const g = sum('g', [gradient, decay]);
  return { parts: [g], g: g.result };
}

/** v ← momentum · v + g. */
export function rolled(numbers: StepNumbers, g: Operand): Sum {
  return sum('v', [term('momentum · old v', [momentum(numbers), numbers.velocity]), g]);
}

/** A running mean: `keep` of what was, the rest of what comes. */
export function blended(
  label: string,
  old: Operand,
  comes: string,
  factors: readonly Operand[],
  keep: number,
  word: string,
): Sum {
  return sum(label, [
    term(`${word} · old ${label}`, [{ label: word, value: keep }, old]),
    term(`(1 − ${word}) · ${comes}`, [{ label: `1 − ${word}`, value: 1 - keep }, ...factors]),
  ]);
}

/** w ← w − rate · numerator / (√s + ε). */
export function movedByRoot(
  numbers: StepNumbers,
  over: Operand,
  square: Operand,
  { letter = 's', weight = numbers.weight } = {},
): Part[] {
  const root = applied(ROOT, `√${letter}`, square);
  const under = sum(`√${letter} + ε`, [root.result, { label: 'ε', value: numbers.options.epsilon }]);
  const by = product('rate · numerator', [rate(numbers), over]);
  const change = quotient('change', by.result, under.result);
  return [root, under, by, ...moved(weight, change)];
}

/** w ← w − change. */
export function moved(weight: Operand, change: Part & { result: Operand }): Part[] {
  const { value } = change.result;
  const added = sum('new weight', [{ ...weight, change: value }, minus(change.result)]);
  return [change, { ...added, result: { ...added.result, change: value } }];
}

export function rate({ options: { learningRate } }: StepNumbers): Operand {
  return { label: 'learning rate', value: learningRate };
}

export function momentum({ options }: StepNumbers): Operand {
  return { label: 'momentum', value: options.momentum };
}

/** A running mean freed of its start at 0. */
export function corrected(label: string, mean: Operand, keep: number, word: string, t: number): Quotient {
  return quotient(label, mean, { label: `1 − ${word}^${t}`, value: 1 - keep ** t });
}
