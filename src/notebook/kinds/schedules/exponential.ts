import { formula } from '../../formulas/formula';
import type { ScheduleKind } from './scheduleKind';

export const exponential: ScheduleKind = {
  uses: ['factor'],
  rateNow: ({ rate, factor, step }) => formula`${rate}*${factor}^${step}`,
  parts: () => [],
  about: 'multiplies it by the factor after each step',
};
