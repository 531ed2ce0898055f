import { inWorkbook } from '../excel/context';
import type { Reading } from '../excel/reading';
import type { Edit } from '../excel/watch';
import { appendLog } from '../excel/logSheet';
import type { Hands, LongWork } from './hands';
import type { LiveNotebook } from './liveNotebook';
import { breathe } from './run';
import { runNotebook, type RunListener } from './runNotebook';
import { Progress } from './state';
import { TrainingLog } from './trainingLog';

/** What a runner asks of the session. */
export interface RunnerHands extends Hands {
  /** One step; may throw. */
  train(notebook: LiveNotebook): void;
  /** The sheet shows where a run is now. */
  painted(notebook: LiveNotebook, reading: Reading, notice?: string): void;
}

/** Runs of many steps, one at a time, with a row of the log at the end of each epoch and of each run. */
export class Runner {
  /** What a person typed while a run goes on. */
  readonly edits: Edit[] = [];
  private running = false;
  private stopping = false;
  private readonly progress = new Progress();

  constructor(private readonly hands: RunnerHands) {}

  get isRunning(): boolean {
    return this.running;
  }

  /** End a run after the step that it is in. */
  stop(): void {
    this.stopping = this.running;
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
        hands.store.set({ run: undefined });
      }
    });
  }

  private start(totalOf: (notebook: LiveNotebook) => () => number): Promise<void> {
    const { hands } = this;
    return this.occupy((work) =>
      hands.withNotebook(async (context, notebook) => {
        const reading = await hands.look(context, notebook);
        const log = new TrainingLog();
        await runNotebook(context, notebook, reading, this.listen(notebook, work, log, totalOf(notebook)));
        if (!log.isEmpty) await this.writeLog(notebook, work, log);
      }),
    );
  }

  private listen(notebook: LiveNotebook, work: LongWork, log: TrainingLog, total: () => number): RunListener {
    const { trainer } = notebook;
    return {
      total,
      train: () => {
        this.hands.train(notebook);
        log.note(trainer);
      },
      stopped: () => work.isStopped(),
      isLogDue: () => !log.isEmpty && trainer.step % trainer.images.stepsPerEpoch(trainer.settings) === 0,
      log: () => this.writeLog(notebook, work, log),
      edits: this.edits,
      painted: (reading, done, all, notice) => {
        this.hands.painted(notebook, reading, notice);
        work.report('steps', done, all);
      },
    };
  }

  private async writeLog(notebook: LiveNotebook, work: LongWork, log: TrainingLog): Promise<void> {
    const entry = await log.entry(notebook.trainer, breathe, work.isStopped);
    await inWorkbook(async (context) => {
      const { extras, names } = notebook.record;
      const sheet = await appendLog(context, extras?.log, names.values, [entry]);
      if (sheet !== extras?.log) this.hands.keep(context, notebook, { extras: { ...extras, log: sheet } });
    });
  }
}
