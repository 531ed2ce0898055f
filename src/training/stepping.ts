import type { LogRow } from './logRow';
import type { CpuBudget } from './duty';
import type { RunProgress } from './stepper';
import { TrainingLog } from './trainingLog';
import type { Training } from './training';

/**
 * How long to compute before letting waiting events run, in ms, so that Stop, edits and the pane stay
 * responsive.
 */
const SLICE = 12;

/**
 * The loop of a run, in the pane's thread or in a worker: takes steps in short slices, and evaluates the
 * validation images at the end of each epoch.
 */
export class StepLoop {
  private readonly log = new TrainingLog();
  private losses: number[] = [];
  private rows: LogRow[] = [];
  private spent = { stepping: 0, evaluating: 0 };

  constructor(
    private readonly training: Training,
    private readonly duty: CpuBudget,
  ) {}

  /**
   * Takes at most `most` steps, until `isDue`. Fetch the results with `tell`.
   *
   * @throws what a step throws
   */
  async run(most: number, isDue: () => boolean, isStopped: () => boolean): Promise<void> {
    this.duty.resume();
    let left = most;
    while (left > 0 && !isDue()) {
      left -= this.slice(left, isDue);
      if (this.isEpochOver) await this.evaluate(isStopped);
      await this.duty.yieldOrRest();
    }
  }

  /** Evaluates at the end of a run, even in the middle of an epoch. */
  async finish(isStopped: () => boolean): Promise<void> {
    this.duty.resume();
    if (!this.log.isEmpty) await this.evaluate(isStopped);
  }

  /** The progress since the last call; brings the training's page up to date as well. */
  takeProgress(thrown?: unknown): RunProgress {
    const fault = thrown ?? this.showPage();
    const { losses, rows, spent } = this;
    [this.losses, this.rows, this.spent] = [[], [], { stepping: 0, evaluating: 0 }];
    return { losses, rows, spent, fault };
  }

  private slice(most: number, isDue: () => boolean): number {
    const { training } = this;
    const from = performance.now();
    const ends = from + SLICE;
    let taken = 0;
    do {
      training.takeStep();
      this.log.add(training);
      this.losses.push(training.batchLoss);
      taken += 1;
    } while (taken < most && performance.now() < ends && !isDue() && !this.isEpochOver);
    this.spent.stepping += performance.now() - from;
    return taken;
  }

  private get isEpochOver(): boolean {
    const { step, images, settings } = this.training;
    return !this.log.isEmpty && step % images.stepsPerEpoch(settings) === 0;
  }

  private async evaluate(isStopped: () => boolean): Promise<void> {
    const from = performance.now();
    const row = await this.log.takeRow(this.training, () => this.duty.yieldOrRest(), isStopped);
    // Read `rows` only now: `tell` may have replaced it during the evaluation.
    this.rows.push(row);
    this.spent.evaluating += performance.now() - from;
  }

  /**
   * Brings the page up to date. If a number on it is not finite, the last step is undone and its error
   * returned.
   */
  private showPage(): unknown {
    if (this.losses.length === 0) return undefined;
    try {
      this.training.showStep();
      return undefined;
    } catch (error) {
      this.losses.pop();
      this.log.undoLast();
      return error;
    }
  }
}
