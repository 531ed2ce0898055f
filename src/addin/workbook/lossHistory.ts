import type { Trainer } from '../../training/trainer';
import type { LossPoint } from '../state';

/** The batch loss at each step since the weights were last reset. */
export class LossHistory {
  private points: LossPoint[] = [];

  get all(): readonly LossPoint[] {
    return [...this.points];
  }

  /** Starts again from the trainer's present step. */
  restart({ step, batchLoss }: Trainer): void {
    this.points = [{ step, loss: batchLoss }];
  }

  /** Brings back what `all` was. */
  restore(points: readonly LossPoint[]): void {
    this.points = [...points];
  }

  /** Adds the batch losses of steps just taken. */
  add({ step }: Trainer, losses: readonly number[]): void {
    const before = step - losses.length;
    // Steps that were not written to the workbook, or that Excel undid, are replaced.
    while (this.points.length && this.points[this.points.length - 1].step > before) this.points.pop();
    losses.forEach((loss, index) => this.points.push({ step: before + index + 1, loss }));
  }
}
