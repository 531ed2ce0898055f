import { Duty } from './duty';
import type { Stepper } from './stepper';
import { Stepping } from './stepping';
import type { Training } from './training';

/** Steps in the thread that also paints. */
export function inThreadStepper(training: Training, duty = new Duty(1)): Stepper {
  const stepping = new Stepping(training, duty);
  const told = (work: Promise<void>) =>
    work.then(
      () => stepping.tell(),
      (error: unknown) => stepping.tell(error),
    );
  return {
    sharesThread: true,
    isGoing: false,
    advance: (most, until) => {
      const isDue = () => performance.now() >= until.paintAt || until.isUrgent();
      return told(stepping.go(most, isDue, until.isStopped));
    },
    halt: async () => stepping.tell(),
    conclude: (until) => told(stepping.conclude(until.isStopped)),
    end: () => undefined,
  };
}
