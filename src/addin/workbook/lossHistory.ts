import type { Trainer } from '../../training/trainer';
import type { LossPoint } from '../state';

/** The batch loss at each step since the weights were last set. */
export class LossHistory {
  private points: LossPoint[] = [];

  get all(): readonly LossPoint[] {
    return [...this.points];
  }

  /** Begin anew, where the trainer stands. */
  restart({ step, batchLoss }: Trainer): void {
    this.points = [{ step, loss: batchLoss }];
  }

  /** The trainer took steps; these are the losses of their batches. */
  add({ step }: Trainer, losses: readonly number[]): void {
    const before = step - losses.length;
    // Steps that the workbook did not take, or that Excel undid, are taken anew.
    while (this.points.length && this.points[this.points.length - 1].step > before) this.points.pop();
    losses.forEach((loss, index) => this.points.push({ step: before + index + 1, loss }));
  }
}
