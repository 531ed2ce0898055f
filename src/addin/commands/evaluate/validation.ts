import type { Evaluation } from '../../../training/evaluate';
import { yieldToEvents } from '../../../training/pacing';
import { validate } from '../../../training/trainingLog';
import { evaluateTexts } from '../../../texts/addin/evaluate';
import { NotebookError } from '../../faults';
import type { LiveNotebook } from '../../workbook/notebook/liveNotebook';
import type { Progress } from '../../workbook/progress';

/**
 * Evaluate the validation images, and report the progress. @throws NotebookError when there are none, or on
 * Stop
 */
export async function evaluate({ trainer }: LiveNotebook, progress: Progress): Promise<Evaluation> {
  const count = trainer.images.isMissing ? 0 : trainer.images.validation(trainer.settings).length;
  progress.report('images', 0, count);
  const evaluation = await validate(trainer, async (done) => {
    progress.report('images', done, count);
    await yieldToEvents();
    if (progress.isStopped) throw new NotebookError(evaluateTexts.stopped);
  });
  if (evaluation) return evaluation;
  throw new NotebookError(evaluateTexts.noImages);
}
