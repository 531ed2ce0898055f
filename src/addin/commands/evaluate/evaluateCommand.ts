import type { ImageSource } from '../../../data/imageSet';
import type { Confusion } from '../../../excel/sheets/confusion/confusionCells';
import type { Corner } from '../../../excel/sheets/extraSheet';
import { classOf, type Evaluation, type EvaluatedImage } from '../../../training/evaluate';
import { yieldToEvents } from '../../../training/pacing';
import { validate } from '../../../training/trainingLog';
import { NotebookError } from '../../faults';
import { loaded } from '../../loaded';
import type { LiveNotebook } from '../../workbook/notebook/liveNotebook';
import type { Pipeline, Work } from '../../workbook/pipeline';
import type { Progress } from '../../workbook/progress';
import { onExtraSheetSelected, showExtraSheet } from '../extraSheets';
import { galleryOf, MOST_PICTURES } from '../imageGallery';
import { evaluateTexts } from '../../../texts/addin/evaluate';

type Report = typeof import('./report');

/** Evaluates a notebook on its validation images, and shows the pictures behind each number of the result. */
export class EvaluateCommands {
  /** The result of the last evaluation, and its notebook: the confusion sheet shows it. */
  private found?: {
    readonly notebook: LiveNotebook;
    /** The images it used; another seed generates others. */
    readonly source: ImageSource;
    readonly evaluation: Evaluation;
    readonly confusion: Confusion;
    readonly report: Report;
  };

  constructor(private readonly pipeline: Pipeline) {
    onExtraSheetSelected(pipeline, 'confusion', (...clicked) => this.showBehind(...clicked));
  }

  /** Evaluates the validation images, and draws their confusion matrix on a sheet of its own. */
  readonly evaluate: Work = {
    name: 'Evaluate',
    whileRunning: 'refuse',
    takesLong: true,
    work: async (pipeline, progress) => {
      const report = await loaded(import('./report'));
      await pipeline.withNotebook(async (context, notebook) => {
        await pipeline.look(context, notebook);
        const evaluation = await evaluated(notebook, progress);
        const confusion = report.confusionIn(notebook, evaluation);
        const { images, settings } = notebook.trainer;
        this.found = { notebook, source: images.source(settings)!, evaluation, confusion, report };
        await showExtraSheet(pipeline, context, notebook, 'confusion', (place, title) =>
          report.drawConfusion(context, place, title, confusion),
        );
      });
    },
  };

  /** Shows the images behind a number of the confusion sheet. */
  private showBehind(notebook: LiveNotebook, address: string, corner: Corner): void {
    const { found } = this;
    if (found?.notebook !== notebook) {
      this.pipeline.store.set({ notice: evaluateTexts.pressEvaluate });
      return;
    }
    const { images } = found.evaluation;
    const { shapeOf, cellOfConfusion, rowOfWorst, worstOf } = found.report;
    const shape = shapeOf(found.confusion);
    const { classes } = found.confusion;
    const cell = shape.isMultiLabel ? undefined : cellOfConfusion(address, shape.classes, corner);
    if (cell) {
      const chosen = images.filter(
        ({ target, probabilities }) =>
          classOf(target) === cell.truth && classOf(probabilities) === cell.predicted,
      );
      const [truth, predicted] = [classes[cell.truth], classes[cell.predicted]];
      const title = evaluateTexts.predictedAs(chosen.length, truth, predicted, MOST_PICTURES);
      this.show(found.source, title, chosen);
      return;
    }
    const worst = rowOfWorst(address, shape, corner);
    if (worst === undefined) return;
    this.show(found.source, evaluateTexts.highestLoss, worstOf(images).slice(worst, worst + 1));
  }

  private show(source: ImageSource, title: string, chosen: readonly EvaluatedImage[]): void {
    const shown = galleryOf(
      title,
      source,
      chosen.map(({ index }) => index),
      (index, position) => evaluateTexts.caption(source.label(index), chosen[position].loss),
    );
    this.pipeline.store.set(shown);
  }
}

/**
 * Evaluate the validation images, and report the progress. @throws NotebookError when there are none, or on
 * Stop
 */
async function evaluated({ trainer }: LiveNotebook, progress: Progress): Promise<Evaluation> {
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
