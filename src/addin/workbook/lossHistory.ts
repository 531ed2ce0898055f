import type { LossPoint } from '../../training/advice/mistakes';
import type { Trainer } from '../../training/trainer';
import type { Outcome } from './notebook/writtenCells';

/** The batch loss at each step since the weights were last reset. */
export class LossHistory {
  private points: readonly LossPoint[] = [];

  get all(): readonly LossPoint[] {
    return this.points;
  }

  /** Starts again from the trainer's present step, after what was kept of the steps until then. */
  restart({ step, batchLoss }: Trainer, kept: readonly LossPoint[] = []): void {
    const before = kept.filter((point) => point.step <= step);
    this.points = before.at(-1)?.step === step ? before : [...before, { step, loss: batchLoss }];
  }

  /** Brings back what `all` was. */
  restore(points: readonly LossPoint[]): void {
    this.points = points;
  }

  /** Adds the batch losses of steps just taken. */
  add(trainer: Trainer, losses: readonly number[]): void {
    this.points = withSteps(this.points, trainer, losses);
  }

  /** What it will be after a change. */
  after(trainer: Trainer, { losses, restarted, isBack }: Outcome): readonly LossPoint[] {
    if (restarted) return [{ step: trainer.step, loss: trainer.batchLoss }];
    return losses || isBack ? withSteps(this.points, trainer, losses ?? []) : this.points;
  }
}

function withSteps(
  points: readonly LossPoint[],
  { step }: Trainer,
  losses: readonly number[],
): readonly LossPoint[] {
  const before = step - losses.length;
  // Steps that were not written to the workbook, or that Excel undid, are replaced.
  let kept = points.length;
  while (kept > 0 && points[kept - 1].step > before) kept--;
  return [...points.slice(0, kept), ...losses.map((loss, index) => ({ step: before + index + 1, loss }))];
}
