import { formula } from '../../formulas/formula';
import type { ScheduleKind } from './scheduleKind';

export const stepDecay: ScheduleKind = {
  uses: ['factor', 'every'],
  rateNow: ({ rate, factor, every, step }) => formula`${rate}*${factor}^INT(${step}/${every})`,
  parts: () => [],
  about: 'multiplies it by the factor at regular intervals',
};
