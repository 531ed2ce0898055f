import { StaysValues } from '../../formulas/formula';
import type { ScheduleKind } from './scheduleKind';

export const oneCycle: ScheduleKind = {
  uses: ['length'],
  rateNow() {
    throw new StaysValues(
      'the one-cycle schedule climbs and falls along half cosines, which the notebook works out',
    );
  },
  parts: () => [],
  about: 'begins at a 25th of the rate, climbs to the rate for 30 % of the length, then falls to almost 0',
};
