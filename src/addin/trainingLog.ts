import type { LogRow } from '../excel/logSheet';
import type { Evaluation } from './evaluate';
import type { Training } from './training';

/** Losses and right answers of the batches since the last row of the log. */
export class TrainingLog {
  private steps = 0;
  private loss = 0;
  private correct = 0;
  private images = 0;

  /** A step was taken: its batch counts. */
  note({ batchLoss, correct, network }: Training): void {
    this.steps += 1;
    this.loss += batchLoss;
    this.correct += correct;
    this.images += network.batchSize;
  }

  get isEmpty(): boolean {
    return this.steps === 0;
  }

  /**
   * The next row, with the validation images judged; counting begins anew. On Stop they are not judged to the end: the
   * row then says nothing of them.
   */
  async entry(trainer: Training, breathe: () => Promise<void>, isStopped: () => boolean): Promise<LogRow> {
    const validation = await validateUnless(isStopped, trainer, breathe);
    const entry = {
      step: trainer.step,
      epoch: trainer.epoch,
      learningRate: trainer.rateNow,
      trainingLoss: this.loss / this.steps,
      trainingAccuracy: this.correct / this.images,
      validationLoss: validation?.loss,
      validationAccuracy: validation?.accuracy,
    };
    [this.steps, this.loss, this.correct, this.images] = [0, 0, 0, 0];
    return entry;
  }
}

class Stopped extends Error {}

async function validateUnless(
  isStopped: () => boolean,
  trainer: Training,
  breathe: () => Promise<void>,
): Promise<Evaluation | undefined> {
  if (isStopped()) return undefined;
  try {
    return await validate(trainer, async () => {
      await breathe();
      if (isStopped()) throw new Stopped();
    });
  } catch (error) {
    if (error instanceof Stopped) return undefined;
    throw error;
  }
}

/** Judge the validation images; undefined where there are none. */
export async function validate(
  { images, settings, network, judge }: Training,
  breathe: (done: number) => Promise<void>,
): Promise<Evaluation | undefined> {
  const source = images.source(settings);
  const indexes = images.validation(settings);
  return source && indexes.length > 0 ? judge.evaluate(network, source, indexes, breathe) : undefined;
}
