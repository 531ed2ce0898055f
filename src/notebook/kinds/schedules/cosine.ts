import { formula } from '../../formulas/formula';
import type { ScheduleKind } from './scheduleKind';

export const cosine: ScheduleKind = {
  uses: ['length'],
  rateNow: ({ rate, length, step }) => formula`${rate}/2*(1+COS(PI()*MIN(${step},${length})/${length}))`,
  parts: () => [],
  about: 'lowers it to 0 along half a cosine over the length',
};
