import { shapeOf, type Confusion } from '../excel/confusionCells';
import { cellOfConfusion, rowOfWorst, WORST_ROWS } from '../excel/confusionLayout';
import { drawConfusion } from '../excel/confusionSheet';
import { inWorkbook } from '../excel/context';
import type { Corner } from '../excel/ownSheet';
import { readSelection } from '../excel/selection';
import { columnName } from '../notebook/address';
import { drawDataPage, imageOfDataRow, type Kept } from '../excel/dataSheet';
import { DataError, type ImageSet } from '../data/imageSet';
import { makeSet, type MakerName } from '../data/makers';
import { saveSet, setId } from '../data/store';
import { classOf, confusionOf, type Evaluation, type Judged } from './evaluate';
import { NotebookError } from './faults';
import { picturesOf } from './gallery';
import type { Hands, LongWork } from './hands';
import type { LiveNotebook } from './liveNotebook';
import type { NotebookSpec } from '../notebook/spec';
import { showImage } from './answerEdits';
import { answersEach, wordsFor } from './prediction';
import { breathe } from './run';
import { validate } from './trainingLog';

/** Rows of the data sheet's page. */
const PAGE = 100;

/** What a person does with images: bring them in, look at them, see which are told wrong. */
export class DataCommands {
  /** What Evaluate found last, of which notebook: the confusion sheet shows it. */
  private found?: {
    readonly notebook: LiveNotebook;
    readonly evaluation: Evaluation;
    readonly confusion: Confusion;
  };

  constructor(private readonly hands: Hands) {}

  /** Keep images on this machine, and have the notebook in hand use them, if it can read them. */
  use(set: ImageSet): Promise<void> {
    const { hands } = this;
    if (hands.isBusy()) return Promise.resolve();
    let isUsed = false;
    return hands
      .perform(async () => {
        const id = await setId(set);
        await saveSet(id, set);
        await hands.withNotebook(async (context, notebook) => {
          await hands.look(context, notebook);
          const { spec } = notebook.record;
          if (!canRead(spec, set)) throw new NotebookError(misfit(spec, set));
          const data = { set: id, name: set.name };
          hands.keep(context, notebook, { spec: { ...spec, data } });
          hands.begin(await hands.shelf.retake(context, notebook.record));
          isUsed = true;
        });
      })
      .then(() => (isUsed ? this.showFirst(set) : undefined));
  }

  private showFirst(set: ImageSet): Promise<void> {
    return this.hands.update((notebook, reading) => {
      notebook.trainer.settings.image = 1;
      const force = new Set(showImage(notebook, reading));
      notebook.trainer.compute();
      return { force, notice: `The notebook now draws its images from "${set.name}", ${set.count} of them.` };
    });
  }

  /** Take the selected cells as images, a row each: label, then pixels. */
  async useSelection(): Promise<void> {
    const { hands } = this;
    if (hands.isBusy()) return;
    let set: ImageSet | undefined;
    await hands.perform(async () => {
      const { fromRows } = await import('../data/csv');
      const { name, rows, corner } = await inWorkbook(readSelection);
      try {
        set = fromRows(rows, name);
      } catch (error) {
        throw error instanceof DataError ? new NotebookError(whereIn(corner, error)) : error;
      }
    });
    if (set) await this.use(set);
  }

  /** Show the first page of the images of the notebook in hand, on a sheet of their own. */
  showData(): Promise<void> {
    const { hands } = this;
    if (hands.isBusy()) return Promise.resolve();
    return hands.perform(() =>
      hands.withNotebook(async (context, notebook) => {
        const { extras, names } = notebook.record;
        const data = await drawDataPage(
          context,
          extras?.data,
          names.values,
          pageOf(notebook),
          0,
          PAGE,
          keptWhere(notebook),
        );
        hands.keep(context, notebook, { extras: { ...notebook.record.extras, data } });
        context.workbook.worksheets.getItem(data).activate();
        await context.sync();
      }),
    );
  }

  /** Judge the images that are not trained with, and show what is taken for what on a sheet of its own. */
  evaluate(): Promise<void> {
    const { hands } = this;
    if (hands.isBusy()) return Promise.resolve();
    return hands.performLong((work) =>
      hands.withNotebook(async (context, notebook) => {
        await hands.look(context, notebook);
        const evaluation = await judged(notebook, work);
        const confusion = confusionIn(notebook, evaluation);
        this.found = { notebook, evaluation, confusion };
        const { extras, names } = notebook.record;
        const sheet = await drawConfusion(context, extras?.confusion, names.values, confusion);
        hands.keep(context, notebook, { extras: { ...notebook.record.extras, confusion: sheet } });
        context.workbook.worksheets.getItem(sheet).activate();
        await context.sync();
      }),
    );
  }

  /** Put pixels that somebody drew on the page. */
  draw(pixels: Float64Array): Promise<void> {
    if (this.hands.isBusy()) return Promise.resolve();
    return this.hands.update((notebook) => {
      const { trainer } = notebook;
      const { channels, height, width } = notebook.record.spec.network.input;
      if (pixels.length !== height * width)
        throw new NotebookError(`The drawing is not ${height}×${width} pixels; draw again.`);
      for (let channel = 0; channel < channels; channel++)
        trainer.network.input.set(pixels, channel * pixels.length);
      trainer.compute();
      return { notice: 'Your drawing is on the page. Its target is still that of the image before it.' };
    });
  }

  /** Cells were selected on a sheet that is the notebook's, but not of its layout: show the images that they stand for. */
  selected(sheet: string, address: string): void {
    const notebook = this.hands.shelf.current;
    const extras = notebook?.record.extras;
    if (!notebook || !extras) return;
    if (sheet === extras.data) this.showRows(notebook, address);
    if (sheet === extras.confusion) this.showConfused(notebook, address);
  }

  private showRows({ trainer: { images, settings } }: LiveNotebook, address: string): void {
    const source = images.source(settings);
    if (!source) return;
    const indexes = imageOfDataRow(address, 0, Math.min(PAGE, source.count ?? PAGE));
    if (indexes.length === 0) return;
    const pictures = picturesOf(source, indexes);
    this.hands.store.set({ gallery: { title: `${indexes.length} of "${source.name}"`, pictures } });
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
      const title = `${chosen.length} × "${classes[cell.truth]}" taken for "${classes[cell.predicted]}"`;
      this.show(notebook, title, chosen);
      return;
    }
    const worst = rowOfWorst(address, shape);
    if (worst === undefined) return;
    this.show(notebook, 'One of the worst classified', worstOf(images).slice(worst, worst + 1));
  }

  private show(
    { trainer: { images, settings } }: LiveNotebook,
    title: string,
    chosen: readonly Judged[],
  ): void {
    const source = images.source(settings);
    if (!source) return;
    const pictures = picturesOf(
      source,
      chosen.map(({ index }) => index),
      (index, position) => `${source.label(index)}, loss ${chosen[position].loss.toFixed(2)}`,
    );
    this.hands.store.set({ gallery: { title, pictures } });
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

/** Are the images of the size that the notebook reads, and their classes those that it tells? */
function canRead({ network: { input, loss }, classes }: NotebookSpec, set: ImageSet): boolean {
  const sides = ['channels', 'height', 'width'] as const;
  if (set.several && loss === 'softmaxCrossEntropy') return false;
  return sides.every((side) => input[side] === set[side]) && classes.join('\n') === set.classes.join('\n');
}

function misfit({ network: { input }, classes }: NotebookSpec, set: ImageSet): string {
  return (
    `"${set.name}" is now kept on this machine: ${set.count} images of ${set.channels}×${set.height}×${set.width}, ` +
    `${set.classes.length} classes (${some(set.classes)}). But this notebook reads ` +
    `${input.channels}×${input.height}×${input.width} and tells ${some(classes)}. Press Model, choose ` +
    `"${set.name}" under Images, make sizes, loss and last layer fit, and press Build.`
  );
}

function some(classes: readonly string[]): string {
  return classes.length > 4 ? `${classes.slice(0, 3).join(', ')} … ${classes.at(-1)}` : classes.join(', ');
}

/** A fault in a selected range, with its cell. */
function whereIn({ row, column }: Corner, fault: DataError): string {
  if (fault.row === undefined) return fault.message;
  const cell = columnName(column + (fault.column ?? 1) - 1) + (row + fault.row);
  return `${cell}: ${fault.message}`;
}

function pageOf({ record, trainer: { images, settings } }: LiveNotebook): ImageSet {
  if (images.set) return images.set;
  if (record.spec.data.set !== undefined) {
    throw new NotebookError(
      `The images "${record.spec.data.name}" are not on this machine: they are kept in the browser that imported them. ` +
        'Import the same files again, in the pane under Images.',
    );
  }
  return makeSet(record.spec.data.maker as MakerName, settings.seed, PAGE);
}

function keptWhere({ trainer: { images } }: LiveNotebook): Kept {
  return images.set ? 'browser' : 'drawn';
}

function worstOf(images: readonly Judged[]): Judged[] {
  return [...images].sort((a, b) => b.loss - a.loss).slice(0, WORST_ROWS);
}

function confusionIn({ record: { spec }, trainer }: LiveNotebook, evaluation: Evaluation): Confusion {
  const { images, accuracy, loss, count } = evaluation;
  const words = wordsFor(spec);
  const several = answersEach(spec.network) && spec.classes.length > 1;
  const source = trainer.images.source(trainer.settings)!;
  return {
    classes: words,
    counts: several ? undefined : confusionOf(images, words.length),
    perLabel: several ? spec.classes.map((label, unit) => labelled(label, unit, images)) : undefined,
    ...{ accuracy, loss, count, step: trainer.step },
    worst: worstOf(images).map((image) => ({
      image: trainer.images.numberOf(image.index),
      label: source.label(image.index),
      predicted: predictedWords(words, image, several),
      probability: Math.max(...image.probabilities),
      loss: image.loss,
    })),
  };
}

function predictedWords(words: readonly string[], { probabilities }: Judged, several: boolean): string {
  if (!several) return words[classOf(probabilities)];
  return words.filter((_, unit) => probabilities[unit] > 0.5).join(' + ') || 'none';
}

function labelled(label: string, unit: number, images: readonly Judged[]) {
  const count = (is: boolean, told: boolean) =>
    images.filter(
      ({ target, probabilities }) => target[unit] > 0.5 === is && probabilities[unit] > 0.5 === told,
    ).length;
  const truePositive = count(true, true);
  return {
    label,
    correct: truePositive + count(false, false),
    count: images.length,
    truePositive,
    falsePositive: count(false, true),
    falseNegative: count(true, false),
  };
}
