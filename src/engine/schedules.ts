/** How the learning rate goes, over the steps. */
export type ScheduleName = 'constant' | 'step' | 'exponential' | 'cosine' | 'one-cycle';

export interface ScheduleOptions {
  /** Where it starts; for 'one-cycle' the highest it reaches. */
  learningRate: number;
  /** What 'step' and 'exponential' multiply by. */
  factor: number;
  /** How many steps 'step' waits before it multiplies. */
  every: number;
  /** How many steps 'cosine' and 'one-cycle' take; after them the rate stays where it is. */
  length: number;
}

/**
 * The learning rate of a step, as PyTorch's schedulers have it after so many calls.
 *
 * @param step counts from 0
 * @throws RangeError if the schedule needs `every` or `length` and it is no whole number of at least 1
 */
export function learningRateAt(schedule: ScheduleName, options: ScheduleOptions, step: number): number {
  return schedules[schedule](options, step);
}

/** Every schedule: whoever adds one names it here and in `ScheduleName`. */
const schedules: { [Name in ScheduleName]: (options: ScheduleOptions, step: number) => number } = {
  constant: ({ learningRate }) => learningRate,

  /** torch.optim.lr_scheduler.StepLR. */
  step({ learningRate, factor, every }, step) {
    expectSteps('every', every);
    return learningRate * factor ** Math.floor(step / every);
  },

  /** ExponentialLR. */
  exponential: ({ learningRate, factor }, step) => learningRate * factor ** step,

  /** CosineAnnealingLR, down to 0 (Loshchilov and Hutter 2017, arXiv:1608.03983). */
  cosine({ learningRate, length }, step) {
    expectSteps('length', length);
    return anneal(learningRate, 0, Math.min(step, length) / length);
  },

  'one-cycle': oneCycle,
};

/** OneCycleLR starts at the highest rate divided by this, */
const startDivisor = 25;
/** ends at its first rate divided by this, */
const endDivisor = 1e4;
/** and climbs for this part of its length. */
const climb = 0.3;

/** OneCycleLR (Smith and Topin 2018, arXiv:1708.07120): up to the rate and down far below, along half cosines. */
function oneCycle({ learningRate, length }: ScheduleOptions, step: number): number {
  expectSteps('length', length);
  const first = learningRate / startDivisor;
  const end = length - 1;
  const top = climb * length - 1;
  const at = Math.min(step, end);
  if (at <= top) return anneal(first, learningRate, at / top);
  return anneal(learningRate, first / endDivisor, (at - top) / (end - top));
}

/** From one rate, at part 0, to another, at part 1, along half a cosine. */
function anneal(from: number, to: number, part: number): number {
  return to + ((from - to) / 2) * (1 + Math.cos(Math.PI * part));
}

function expectSteps(option: 'every' | 'length', steps: number): void {
  if (Number.isSafeInteger(steps) && steps >= 1) return;
  throw new RangeError(
    `The schedule's '${option}' is ${steps}; expected a whole number of steps, 1 or more.`,
  );
}
