import { shapeOf, type Confusion } from '../../../excel/sheets/confusion/confusionCells';
import { cellOfConfusion, rowOfWorst } from '../../../excel/sheets/confusion/confusionLayout';
import { drawConfusion } from '../../../excel/sheets/confusion/confusionSheet';
import type { ImageSource } from '../../../data/imageSet';
import { confusionIn, worstOf } from './confusionReport';
import { classOf, type Evaluation, type Judged } from '../../../training/evaluate';
import { NotebookError } from '../../faults';
import { galleryOf, MOST_PICTURES } from '../imageGallery';
import type { Hands, LongWork } from '../../workbook/commandContext';
import type { LiveNotebook } from '../../workbook/liveNotebook';
import { breathe } from '../../../training/stepper';
import { validate } from '../../../training/trainingLog';

/** Which images a notebook tells right and which it does not, and the pictures behind each number of that. */
export class Judging {
  /** What Evaluate found last, of which notebook: the confusion sheet shows it. */
  private found?: {
    readonly notebook: LiveNotebook;
    /** Where its images came from then: another seed makes others. */
    readonly source: ImageSource;
    readonly evaluation: Evaluation;
    readonly confusion: Confusion;
  };

  constructor(private readonly hands: Hands) {}

  /** Judge the images that are not trained with, and show what is taken for what on a sheet of its own. */
  evaluate(): Promise<void> {
    const { hands } = this;
    if (hands.isBusy()) return Promise.resolve();
    return hands.performLong((work) =>
      hands.withNotebook(async (context, notebook) => {
        await hands.look(context, notebook);
        const evaluation = await judged(notebook, work);
        const confusion = confusionIn(notebook, evaluation);
        const { images, settings } = notebook.trainer;
        this.found = { notebook, source: images.source(settings)!, evaluation, confusion };
        const { extras, names } = notebook.record;
        const sheet = await drawConfusion(context, extras?.confusion, names.values, confusion);
        hands.keep(context, notebook, { extras: { ...notebook.record.extras, confusion: sheet } });
        context.workbook.worksheets.getItem(sheet).activate();
        await context.sync();
      }),
    );
  }

  /** Cells were selected: show the images that numbers of the confusion sheet stand for. */
  selected(sheet: string, address: string): void {
    const notebook = this.hands.shelf.current;
    if (notebook && sheet === notebook.record.extras?.confusion) this.showConfused(notebook, address);
  }

  private showConfused(notebook: LiveNotebook, address: string): void {
    if (this.found?.notebook !== notebook) {
      this.hands.store.set({ notice: 'Press Evaluate to see the images behind these numbers.' });
      return;
    }
    const { images } = this.found.evaluation;
    const shape = shapeOf(this.found.confusion);
    const { classes } = this.found.confusion;
    const cell = shape.several ? undefined : cellOfConfusion(address, shape.classes);
    if (cell) {
      const chosen = images.filter(
        ({ target, probabilities }) =>
          classOf(target) === cell.truth && classOf(probabilities) === cell.predicted,
      );
      const more = chosen.length > MOST_PICTURES ? `, the first ${MOST_PICTURES}` : '';
      const title = `${chosen.length} × "${classes[cell.truth]}" taken for "${classes[cell.predicted]}"${more}`;
      this.show(this.found.source, title, chosen);
      return;
    }
    const worst = rowOfWorst(address, shape);
    if (worst === undefined) return;
    this.show(this.found.source, 'One of the worst classified', worstOf(images).slice(worst, worst + 1));
  }

  private show(source: ImageSource, title: string, chosen: readonly Judged[]): void {
    const shown = galleryOf(
      title,
      source,
      chosen.map(({ index }) => index),
      (index, position) => `${source.label(index)}, loss ${chosen[position].loss.toFixed(2)}`,
    );
    this.hands.store.set(shown);
  }
}

/** Judge the validation images, telling how far it is. @throws NotebookError when there are none, or on Stop */
async function judged({ trainer }: LiveNotebook, work: LongWork): Promise<Evaluation> {
  const count = trainer.images.isMissing ? 0 : trainer.images.validation(trainer.settings).length;
  work.report('images', 0, count);
  const evaluation = await validate(trainer, async (done) => {
    work.report('images', done, count);
    await breathe();
    if (work.isStopped())
      throw new NotebookError('Stopped before all images were judged. Nothing was drawn.');
  });
  if (evaluation) return evaluation;
  throw new NotebookError(
    'There are no images to judge: the validation share is 0, or the images are not on this machine. ' +
      'Type a validation share such as 0.2.',
  );
}
