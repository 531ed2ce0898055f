import type { LogRow } from './logRow';
import type { Duty } from './duty';
import type { Stretch } from './stepper';
import { TrainingLog } from './trainingLog';
import type { Training } from './training';

/** Computing gives way this often, in milliseconds, so that Stop, edits and the pane are heard. */
const SLICE = 12;

/** Takes steps in slices and evaluates the validation images when an epoch has ended: in the pane's thread, or in a worker. */
export class Stepping {
  private readonly log = new TrainingLog();
  private losses: number[] = [];
  private rows: LogRow[] = [];
  private spent = { stepping: 0, evaluating: 0 };

  constructor(
    private readonly training: Training,
    private readonly duty: Duty,
  ) {}

  /**
   * Take steps, at most so many, until a look is due. What has come of it is told by `tell`.
   * @throws what a step throws
   */
  async go(most: number, isDue: () => boolean, isStopped: () => boolean): Promise<void> {
    this.duty.resume();
    let left = most;
    while (left > 0 && !isDue()) {
      left -= this.slice(left, isDue);
      if (this.isEpochOver) await this.evaluate(isStopped);
      await this.duty.breathe();
    }
  }

  /** At the end of a run, also amid an epoch. */
  async conclude(isStopped: () => boolean): Promise<void> {
    this.duty.resume();
    if (!this.log.isEmpty) await this.evaluate(isStopped);
  }

  /** What has come of it since this was asked last; the training then stands so that its page can be shown. */
  tell(thrown?: unknown): Stretch {
    const fault = thrown ?? this.faultOnPage();
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
      this.log.note(training);
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
    const row = await this.log.entry(this.training, () => this.duty.breathe(), isStopped);
    // Only now: what was to be told may have been told meanwhile.
    this.rows.push(row);
    this.spent.evaluating += performance.now() - from;
  }

  /** Only now are all numbers of the page looked at; a step that led beyond numbers is taken back. */
  private faultOnPage(): unknown {
    if (this.losses.length === 0) return undefined;
    try {
      this.training.showStep();
      return undefined;
    } catch (error) {
      this.losses.pop();
      this.log.forgetLast();
      return error;
    }
  }
}
