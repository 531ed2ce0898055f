import type { Corner } from '../../../excel/sheets/extraSheet';
import { loaded } from '../../loaded';
import type { LiveNotebook } from '../../workbook/notebook/liveNotebook';
import type { Pipeline, Work } from '../../workbook/pipeline';
import { onExtraSheetSelected, showExtraSheet } from '../extraSheets';
import { evaluateTexts } from '../../../texts/addin/evaluate';
import type { Evaluated } from './imagesBehind';

type Report = typeof import('./report');

/** Evaluates a notebook on its validation images, and shows the pictures behind each number of the result. */
export class EvaluateCommands {
  /** The result of the last evaluation, and its notebook: the confusion sheet shows it. */
  private found?: Evaluated & { readonly notebook: LiveNotebook; readonly report: Report };

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
        const evaluation = await report.evaluate(notebook, progress);
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
    const { store } = this.pipeline;
    if (found?.notebook !== notebook) return store.set({ notice: evaluateTexts.pressEvaluate });
    const shown = found.report.imagesBehind(found, address, corner);
    if (shown) store.set(shown);
  }
}
