import { inWorkbook } from '../../excel/context';
import type { Reading } from '../../excel/read/reading';
import type { Edit } from '../../excel/read/watch';
import { appendLog } from '../../excel/sheets/log/logSheet';
import type { LogRow } from '../../training/logRow';
import type { Hands, LongWork } from '../workbook/commandContext';
import type { LiveNotebook } from '../workbook/liveNotebook';
import type { Spent, Stepper } from '../../training/stepper';
import { runNotebook, type RunListener } from './runNotebook';
import { Progress } from '../state';
import { stepHere } from '../../training/inThreadStepper';
import type { Trainer } from '../../training/trainer';
import { openWorker } from '../../training/worker/workerHandle';
import { WorkerStepper } from '../../training/worker/workerStepper';

/** What a runner asks of the session. */
export interface RunnerHands extends Hands {
  /** Steps were taken; these are the losses of their batches. */
  stepped(notebook: LiveNotebook, losses: readonly number[]): void;
  /** The sheet shows where a run is now. */
  painted(notebook: LiveNotebook, reading: Reading, notice?: string): void;
}

/** What other commands are told while a run goes on. */
export const BUSY = 'A run is under way. Press Stop first.';

/** Runs of many steps, one at a time, with a row of the log at the end of each epoch and of each run. */
export class Runner {
  /** What a person typed while a run goes on. */
  readonly edits: Edit[] = [];
  private running = false;
  private stopping = false;
  private readonly bell = new Bell();
  private readonly progress = new Progress();

  constructor(private readonly hands: RunnerHands) {}

  get isRunning(): boolean {
    return this.running;
  }

  /** End a run after the step that it is in. */
  stop(): void {
    this.stopping = this.running;
    this.bell.ring();
  }

  /** Something was typed. */
  hear(edit: Edit): void {
    this.edits.push(edit);
    this.bell.ring();
  }

  /** What was typed into what is not looked at any more. */
  forget(isForgotten: (edit: Edit) => boolean): void {
    const kept = this.edits.filter((edit) => !isForgotten(edit));
    this.edits.splice(0, this.edits.length, ...kept);
  }

  /** As many steps as its cell says. */
  run(): Promise<void> {
    return this.start(
      ({ trainer: { settings } }) =>
        () =>
          settings.stepsPerRun,
    );
  }

  /** To the end of this epoch, and as many epochs more as its cell says beyond one. */
  runEpochs(): Promise<void> {
    return this.start(({ trainer }) => {
      const from = trainer.step;
      return () => {
        const perEpoch = trainer.images.stepsPerEpoch(trainer.settings);
        return perEpoch - (from % perEpoch) + (trainer.settings.epochsPerRun - 1) * perEpoch;
      };
    });
  }

  /** A command that takes long: others are refused meanwhile, and Stop is heard. */
  occupy(command: (work: LongWork) => Promise<void>): Promise<void> {
    this.running = true;
    this.stopping = false;
    const { hands, progress } = this;
    return hands.perform(async () => {
      try {
        await command({
          isStopped: () => this.stopping,
          report: (...told) => hands.store.set({ run: progress.of(...told) }),
        });
      } finally {
        this.running = false;
        const { notice } = hands.store.get();
        hands.store.set({ run: undefined, notice: notice === BUSY ? undefined : notice });
      }
    });
  }

  private start(totalOf: (notebook: LiveNotebook) => () => number): Promise<void> {
    const { hands } = this;
    return this.occupy((work) =>
      hands.withNotebook(async (context, notebook) => {
        const reading = await hands.look(context, notebook);
        const total = totalOf(notebook);
        // A worker may take a while to start; Stop is there meanwhile.
        work.report('steps', 0, total());
        const stepper = await stepperFor(notebook.trainer);
        const meter = new Meter(stepper);
        try {
          await runNotebook(context, notebook, reading, stepper, this.listen(notebook, work, meter, total));
        } finally {
          stepper.end();
          meter.measure();
        }
      }),
    );
  }

  private listen(notebook: LiveNotebook, work: LongWork, meter: Meter, total: () => number): RunListener {
    return {
      total,
      isStopped: () => work.isStopped(),
      edits: this.edits,
      onChange: (listener) => this.bell.hear(listener),
      stepped: ({ losses, spent }) => {
        this.hands.stepped(notebook, losses);
        meter.add(losses.length, spent);
      },
      log: (rows) => this.writeLog(notebook, rows),
      painted: (reading, done, all, notice) => {
        this.hands.painted(notebook, reading, notice);
        work.report('steps', done, all);
      },
    };
  }

  private async writeLog(notebook: LiveNotebook, rows: readonly LogRow[]): Promise<void> {
    await inWorkbook(async (context) => {
      const { extras, names } = notebook.record;
      const sheet = await appendLog(context, extras?.log, names.values, rows);
      if (sheet !== extras?.log) this.hands.keep(context, notebook, { extras: { ...extras, log: sheet } });
    });
  }
}

/** In a worker where the host allows one, so that the pane stays responsive; otherwise here, in slices. */
async function stepperFor(trainer: Trainer): Promise<Stepper> {
  const worker = await openWorker();
  return (worker && (await WorkerStepper.begin(worker, trainer))) ?? stepHere(trainer);
}

/** Heard by whoever waits for Stop or an edit. */
class Bell {
  private readonly listeners = new Set<() => void>();

  ring(): void {
    for (const listener of [...this.listeners]) listener();
  }

  hear(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }
}

/** Where the time of a run went: seen among the timings of the browser's developer tools, and read by the bench. */
class Meter {
  private readonly from = performance.now();
  private readonly spent = { steps: 0, stepping: 0, judging: 0 };

  constructor(private readonly stepper: Stepper) {}

  add(steps: number, { stepping, judging }: Spent): void {
    this.spent.steps += steps;
    this.spent.stepping += stepping;
    this.spent.judging += judging;
  }

  measure(): void {
    const detail = { ...this.spent, inWorker: !this.stepper.sharesThread };
    // Test environments play a window without timings.
    performance.measure?.('Cellvolution run', { start: this.from, detail });
  }
}
