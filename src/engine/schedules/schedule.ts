/** The settings of a schedule; each kind uses some of them. */
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
 * What each file of this folder exports: the learning rate of a step, which counts from 0.
 *
 * @throws RangeError if it needs `every` or `length` and that is no whole number of at least 1
 */
export type Schedule = (options: ScheduleOptions, step: number) => number;

export function expectSteps(option: 'every' | 'length', steps: number): void {
  if (Number.isSafeInteger(steps) && steps >= 1) return;
  throw new RangeError(
    `The schedule's '${option}' is ${steps}; expected a whole number of steps, 1 or more.`,
  );
}
