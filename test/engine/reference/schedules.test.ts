import { learningRateAt, type ScheduleName, type ScheduleOptions } from '../../../src/engine/schedules';
import { expectClose } from '../support/close';
import { reference } from '../support/reference';

interface Case {
  schedule: ScheduleName;
  options: ScheduleOptions;
  /** Of the steps from 0 on. */
  rates: number[];
}

const cases = reference('schedules') as Case[];

test.each(cases.map((each) => [each.schedule, each] as const))('%s as in PyTorch', (name, c) => {
  expectClose(
    c.rates.map((_rate, step) => learningRateAt(name, c.options, step)),
    c.rates,
    1e-14,
  );
});
