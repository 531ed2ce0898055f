import type { OptimiserName, OptimiserOptions } from '../../engine/optimisers';
import { minus, product, quotient, sum, term, type Operand, type Part } from './explanation';
import { applied } from './scalarFunctions';

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
  /** Of optimisers that remember squares. */
  readonly square?: Part[];
}

export function stepParts(optimiser: OptimiserName, numbers: StepNumbers): StepParts {
  return rules[optimiser](numbers);
}

/** Every optimiser: whoever adds one names it here and in the engine. */
const rules: { [Name in OptimiserName]: (numbers: StepNumbers) => StepParts } = {
  SGD(numbers) {
    const { parts, g } = decayed(numbers);
    return {
      rule: 'w ← w − rate · g',
      weight: [...parts, ...moved(numbers.weight, product('change', [rate(numbers), g]))],
    };
  },

  Momentum(numbers) {
    const { parts, g } = decayed(numbers);
    const velocity = rolled(numbers, g);
    return {
      rule: 'v ← momentum · v + g, then w ← w − rate · v',
      velocity: [...parts, velocity],
      weight: [
        ...parts,
        velocity,
        ...moved(numbers.weight, product('change', [rate(numbers), velocity.result])),
      ],
    };
  },

  Nesterov(numbers) {
    const { parts, g } = decayed(numbers);
    const velocity = rolled(numbers, g);
    const ahead = sum('g + momentum · v', [g, term('momentum · v', [momentum(numbers), velocity.result])]);
    return {
      rule: 'v ← momentum · v + g, then w ← w − rate · (g + momentum · v)',
      velocity: [...parts, velocity],
      weight: [
        ...parts,
        velocity,
        ahead,
        ...moved(numbers.weight, product('change', [rate(numbers), ahead.result])),
      ],
    };
  },

  Adagrad(numbers) {
    const { parts, g } = decayed(numbers);
    const square = sum('s', [numbers.square, term('g²', [g, g])]);
    return {
      rule: 's ← s + g², then w ← w − rate · g / (√s + ε)',
      square: [...parts, square],
      weight: [...parts, square, ...movedByRoot(numbers, g, square.result)],
    };
  },

  RMSProp(numbers) {
    const { parts, g } = decayed(numbers);
    const { decay } = numbers.options;
    const square = blended('s', numbers.square, 'g²', [g, g], decay, 'decay');
    return {
      rule: 's ← decay · s + (1 − decay) · g², then w ← w − rate · g / (√s + ε)',
      square: [...parts, square],
      weight: [...parts, square, ...movedByRoot(numbers, g, square.result)],
    };
  },

  Adam(numbers) {
    const { parts, g } = decayed(numbers);
    return adamOf(numbers, parts, g, numbers.weight);
  },

  AdamW(numbers) {
    const { learningRate, weightDecay } = numbers.options;
    if (weightDecay === 0) return adamOf(numbers, [], numbers.gradient, numbers.weight);
    const kept = product('decayed weight', [
      numbers.weight,
      { label: '1 − rate · weight decay', value: 1 - learningRate * weightDecay },
    ]);
    const adam = adamOf(numbers, [], numbers.gradient, kept.result);
    return { ...adam, weight: [kept, ...adam.weight] };
  },
};

function adamOf(numbers: StepNumbers, before: Part[], g: Operand, weight: Operand): StepParts {
  const { beta1, beta2 } = numbers.options;
  const velocity = blended('v', numbers.velocity, 'g', [g], beta1, 'beta 1');
  const square = blended('s', numbers.square, 'g²', [g, g], beta2, 'beta 2');
  const corrected = (label: string, of: Operand, beta: number, word: string) =>
    quotient(label, of, { label: `1 − ${word}^${numbers.t}`, value: 1 - beta ** numbers.t });
  const mean = corrected('v̂, bias-corrected', velocity.result, beta1, 'beta 1');
  const spread = corrected('ŝ, bias-corrected', square.result, beta2, 'beta 2');
  return {
    rule: 'v ← beta 1 · v + (1 − beta 1) · g, s ← beta 2 · s + (1 − beta 2) · g², then w ← w − rate · v̂ / (√ŝ + ε), v̂ and ŝ being v and s bias-corrected',
    velocity: [...before, velocity],
    square: [...before, square],
    weight: [
      ...before,
      velocity,
      square,
      mean,
      spread,
      ...movedByRoot(numbers, mean.result, spread.result, { letter: 'ŝ', weight }),
    ],
  };
}

/** The gradient, to which a weight decay adds its share of the weight. */
function decayed({ weight, gradient, options: { weightDecay } }: StepNumbers): { parts: Part[]; g: Operand } {
  if (weightDecay === 0) return { parts: [], g: gradient };
  const decay = term('weight decay · w', [{ label: 'weight decay', value: weightDecay }, weight]);
  const g = sum('g', [gradient, decay]);
  return { parts: [g], g: g.result };
}

function rolled(numbers: StepNumbers, g: Operand) {
  return sum('v', [term('momentum · old v', [momentum(numbers), numbers.velocity]), g]);
}

/** A running mean: `keep` of what was, the rest of what comes. */
function blended(
  label: string,
  old: Operand,
  comes: string,
  factors: readonly Operand[],
  keep: number,
  word: string,
) {
  return sum(label, [
    term(`${word} · old ${label}`, [{ label: word, value: keep }, old]),
    term(`(1 − ${word}) · ${comes}`, [{ label: `1 − ${word}`, value: 1 - keep }, ...factors]),
  ]);
}

function movedByRoot(
  numbers: StepNumbers,
  over: Operand,
  square: Operand,
  { letter = 's', weight = numbers.weight } = {},
): Part[] {
  const root = applied('root', `√${letter}`, square);
  const under = sum(`√${letter} + ε`, [root.result, { label: 'ε', value: numbers.options.epsilon }]);
  const by = product('rate · numerator', [rate(numbers), over]);
  const change = quotient('change', by.result, under.result);
  return [root, under, by, ...moved(weight, change)];
}

function moved(weight: Operand, change: Part & { result: Operand }): Part[] {
  const { value } = change.result;
  const added = sum('new weight', [{ ...weight, change: value }, minus(change.result)]);
  return [change, { ...added, result: { ...added.result, change: value } }];
}

function rate({ options: { learningRate } }: StepNumbers): Operand {
  return { label: 'learning rate', value: learningRate };
}

function momentum({ options }: StepNumbers): Operand {
  return { label: 'momentum', value: options.momentum };
}
