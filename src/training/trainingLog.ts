import type { LogRow } from './logRow';
import type { Evaluation } from './evaluate';
import type { Training } from './training';

const NONE = { steps: 0, loss: 0, correct: 0, images: 0 };

/** Sums losses and correct answers over the batches since the last row of the log. */
export class TrainingLog {
  private sums = NONE;
  /** The sums before the last step. */
  private sumsBefore = NONE;

  /** Adds the batch of a step. */
  add({ batchLoss, correct, network }: Training): void {
    const { sums } = this;
    this.sumsBefore = sums;
    this.sums = {
      steps: sums.steps + 1,
      loss: sums.loss + batchLoss,
      correct: sums.correct + correct,
      images: sums.images + network.batchSize,
    };
  }

  /** Removes the last step, which was undone. */
  undoLast(): void {
    this.sums = this.sumsBefore;
  }

  get isEmpty(): boolean {
    return this.sums.steps === 0;
  }

  /**
   * The next row, with the validation images evaluated; clears the sums. Stop cuts the evaluation short, and
   * the row then has no validation loss.
   */
  async takeRow(trainer: Training, breathe: () => Promise<void>, isStopped: () => boolean): Promise<LogRow> {
    const validation = await validateUnless(isStopped, trainer, breathe);
    const { sums } = this;
    const entry = {
      step: trainer.step,
      epoch: trainer.epoch,
      learningRate: trainer.nextLearningRate,
      trainingLoss: sums.loss / sums.steps,
      trainingAccuracy: sums.correct / sums.images,
      validationLoss: validation?.loss,
      validationAccuracy: validation?.accuracy,
    };
    [this.sums, this.sumsBefore] = [NONE, NONE];
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

/** Evaluates the validation images; undefined if there are none. */
export async function validate(
  { images, settings, network, evaluator }: Training,
  breathe: (done: number) => Promise<void>,
): Promise<Evaluation | undefined> {
  const source = images.source(settings);
  const indexes = images.validation(settings);
  return source && indexes.length > 0 ? evaluator.evaluate(network, source, indexes, breathe) : undefined;
}
