// Schedules: how the learning rate goes, over the steps. One kind, one file, and one line in the table here.
// Imports nothing else from src/engine.
import { constant } from './constant';
import { cosine } from './cosine';
import { exponential } from './exponential';
import { oneCycle } from './oneCycle';
import type { Schedule, ScheduleOptions } from './schedule';
import { stepDecay } from './stepDecay';

export type { ScheduleOptions } from './schedule';

/** Every schedule: whoever adds one names it here, and nowhere else in the engine. */
const table = {
  constant,
  step: stepDecay,
  exponential,
  cosine,
  'one-cycle': oneCycle,
};

/** How the learning rate goes, over the steps. */
export type ScheduleName = keyof typeof table;

export const schedules: { readonly [Name in ScheduleName]: Schedule } = table;

/**
 * The learning rate of a step, as PyTorch's schedulers have it after so many calls.
 *
 * @param step counts from 0
 * @throws RangeError if the schedule needs `every` or `length` and it is no whole number of at least 1
 */
export function learningRateAt(schedule: ScheduleName, options: ScheduleOptions, step: number): number {
  return schedules[schedule](options, step);
}
