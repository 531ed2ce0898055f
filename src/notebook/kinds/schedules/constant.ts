import { sum } from '../../explain/explanation';
import type { ScheduleKind } from './scheduleKind';

export const constant: ScheduleKind = {
  uses: [],
  rateNow: ({ rate }) => [rate],
  parts: (learningRate) => [
    sum('learning rate at the next step', [{ label: 'learning rate', value: learningRate }]),
  ],
  about: 'leaves it as it is',
};
