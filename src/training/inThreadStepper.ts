import { CpuBudget } from './duty';
import type { Stepper } from './stepper';
import { StepLoop } from './stepping';
import type { Training } from './training';

/** Takes the steps of a run in the pane's own thread. */
export function inThreadStepper(training: Training, duty = new CpuBudget(1)): Stepper {
  const stepping = new StepLoop(training, duty);
  const told = (work: Promise<void>) =>
    work.then(
      () => stepping.takeProgress(),
      (error: unknown) => stepping.takeProgress(error),
    );
  return {
    sharesThread: true,
    isRunning: false,
    advance: (most, until) => {
      const isDue = () => performance.now() >= until.paintAt || until.isUrgent();
      return told(stepping.run(most, isDue, until.isStopped));
    },
    halt: async () => stepping.takeProgress(),
    finish: (until) => told(stepping.finish(until.isStopped)),
    dispose: () => undefined,
  };
}
