// Learning-rate schedules. One kind, one file, and one line in the table here.
// Imports nothing else from src/engine.
import { constant } from './constant';
import { cosine } from './cosine';
import { exponential } from './exponential';
import { oneCycle } from './oneCycle';
import type { Schedule, ScheduleOptions } from './schedule';
import { stepDecay } from './stepDecay';

export type { ScheduleOptions } from './schedule';

/** Every schedule. To add one, write its file and name it here; nothing else in the engine changes. */
const table = {
  constant,
  step: stepDecay,
  exponential,
  cosine,
  'one-cycle': oneCycle,
};

/** Names of the learning-rate schedules. */
export type ScheduleName = keyof typeof table;

export const schedules: { readonly [Name in ScheduleName]: Schedule } = table;

/**
 * The learning rate of a step, as PyTorch's scheduler gives it after `step` calls.
 *
 * @param step counts from 0
 * @throws RangeError if the schedule needs `every` or `length` and that is not a whole number of at least 1
 */
export function learningRateAt(schedule: ScheduleName, options: ScheduleOptions, step: number): number {
  return schedules[schedule](options, step);
}
