// Runs of many steps. run/ imports from workbook/, and knows no other command.
import { platform } from '../../excel/platform';
import { CpuBudget } from '../../training/duty';
import { inThreadStepper } from '../../training/inThreadStepper';
import type { Stepper } from '../../training/stepper';
import type { WorkerHandle } from '../../training/worker/workerHandle';
import { WorkerStepper } from '../../training/worker/workerStepper';
import type { LiveNotebook } from '../workbook/notebook/liveNotebook';
import type { Work } from '../workbook/pipeline';
import { Meter } from './meter';
import { NotebookRun } from './notebookRun';

/** The number of steps, read again and again since it may change during the run. */
type Total = () => number;

/** Runs of many steps, with a row of the log after each epoch and each run. */
export class RunCommands {
  private readonly duty = new CpuBudget();

  constructor(private readonly worker: WorkerHandle) {}

  /** As many steps as the cell "steps per run" says. */
  readonly run: Work = this.running(
    'Run',
    ({ trainer: { settings } }) =>
      () =>
        settings.stepsPerRun,
  );

  /** To the end of this epoch, and further epochs if the cell "epochs" asks for more than one. */
  readonly runEpoch: Work = this.running('Run epoch', ({ trainer }) => {
    const from = trainer.step;
    return () => {
      const perEpoch = trainer.images.stepsPerEpoch(trainer.settings);
      return perEpoch - (from % perEpoch) + (trainer.settings.epochsPerRun - 1) * perEpoch;
    };
  });

  private running(name: string, totalOf: (notebook: LiveNotebook) => Total): Work {
    return {
      name,
      whileRunning: 'refuse',
      takesLong: true,
      isRun: true,
      work: (pipeline, progress) =>
        pipeline.withNotebook(async (context, notebook) => {
          const reading = await pipeline.look(context, notebook);
          const total = totalOf(notebook);
          // Starting a worker may take a while, during which Stop works already.
          progress.report('steps', 0, total());
          const stepper = await this.stepperFor(notebook);
          const meter = new Meter(stepper);
          const run = new NotebookRun(
            { pipeline, progress, context, notebook, stepper, meter, total },
            reading,
          );
          try {
            await run.toTheEnd();
          } finally {
            stepper.dispose();
            meter.measure();
          }
        }),
    };
  }

  /** In a worker where the host allows one, so that the pane stays responsive; otherwise here, in slices. */
  private async stepperFor({ trainer, drawsMasks }: LiveNotebook): Promise<Stepper> {
    // Only Excel on the desktop limits how busy an add-in may keep the processor.
    const rests = platform() === 'desktop';
    // Between two steps the sheet draws masks, which only this thread can read.
    if (drawsMasks) return inThreadStepper(trainer, rests ? this.duty : undefined);
    const inWorker = await WorkerStepper.begin(this.worker, trainer, { rests });
    return inWorker ?? inThreadStepper(trainer, rests ? this.duty : undefined);
  }
}
