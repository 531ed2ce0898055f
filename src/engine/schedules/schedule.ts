/** Settings of a schedule; each kind uses some of them. */
export interface ScheduleOptions {
  /** The initial rate; for 'one-cycle' the maximum. */
  learningRate: number;
  /** What 'step' and 'exponential' multiply the rate by. */
  factor: number;
  /** Steps between two reductions of 'step'. */
  every: number;
  /** Length of 'cosine' and 'one-cycle' in steps; afterwards the rate stays constant. */
  length: number;
}

/**
 * The learning rate of a step, counted from 0: what each file of this folder exports.
 *
 * @throws RangeError if it needs `every` or `length` and that is not a whole number of at least 1
 */
export type Schedule = (options: ScheduleOptions, step: number) => number;

export function expectSteps(option: 'every' | 'length', steps: number): void {
  if (Number.isSafeInteger(steps) && steps >= 1) return;
  throw new RangeError(
    `The schedule's '${option}' is ${steps}; expected a whole number of steps, 1 or more.`,
  );
}
