// Schedules: one file here for each kind, and one line in this table.
// Imports: engine; of the notebook only the shared parts that know no particular kind.
import type { ScheduleName } from '../../../engine/schedules';
import { constant } from './constant';
import { cosine } from './cosine';
import { exponential } from './exponential';
import { oneCycle } from './oneCycle';
import type { ScheduleKind } from './scheduleKind';
import { stepDecay } from './stepDecay';

/** Every schedule, in the order in which lists offer them. */
export const scheduleKinds: { readonly [Name in ScheduleName]: ScheduleKind } = {
  constant,
  step: stepDecay,
  exponential,
  cosine,
  'one-cycle': oneCycle,
};
