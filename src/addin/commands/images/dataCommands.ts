import { inWorkbook } from '../../../excel/context';
import type { Corner } from '../../../excel/sheets/extraSheet';
import { readSelection } from '../../../excel/read/selection';
import { columnName } from '../../../notebook/sheet/address';
import { drawDataPage, imageOfDataRow, type Kept } from '../../../excel/sheets/data/dataSheet';
import { DataError, type ImageSet } from '../../../data/imageSet';
import { makeSet, type MakerName } from '../../../data/generators';
import { relabelled } from '../../../data/relabel';
import { saveSet, setId } from '../../../data/store';
import { NotebookError } from '../../faults';
import { galleryOf } from '../imageGallery';
import type { Hands } from '../../workbook/commandContext';
import type { LiveNotebook } from '../../workbook/liveNotebook';
import type { NotebookSpec } from '../../../notebook/sheet/spec';
import { showImage } from '../../workbook/respondToEdits';

/** Rows of the data sheet's page. */
const PAGE = 100;

/** What a person does with images: bring them in, look at them, draw one. */
export class DataCommands {
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
          const fault = misfit(spec, set);
          if (fault) throw new NotebookError(fault);
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
      notebook.trainer.normalise();
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
      const { fromRows } = await import('../../../data/csv');
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

  /** Put pixels that somebody drew on the page. */
  draw(pixels: Float64Array): Promise<void> {
    if (this.hands.isBusy()) return Promise.resolve();
    return this.hands.update((notebook) => {
      const { trainer } = notebook;
      const { channels, height, width } = notebook.record.spec.network.input;
      if (pixels.length !== height * width)
        throw new NotebookError(`The drawing is not ${height}×${width} pixels; draw again.`);
      if (!pixels.some((ink) => ink > 0))
        throw new NotebookError('The paper is empty. Draw something first.');
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
  }

  private showRows({ trainer: { images, settings } }: LiveNotebook, address: string): void {
    const source = images.source(settings);
    if (!source) return;
    const indexes = imageOfDataRow(address, 0, Math.min(PAGE, source.count ?? PAGE));
    if (indexes.length === 0) return;
    this.hands.store.set(galleryOf(`${indexes.length} of "${source.name}"`, source, indexes));
  }
}

const SIDES = ['channels', 'height', 'width'] as const;

/** Why a notebook cannot use these images, in words; undefined when it can. */
function misfit({ network: { input, loss }, classes }: NotebookSpec, set: ImageSet): string | undefined {
  const sizeOf = (sides: Pick<ImageSet, (typeof SIDES)[number]>) =>
    SIDES.map((side) => sides[side]).join('×');
  const faults = [
    SIDES.some((side) => input[side] !== set[side]) &&
      `its images are ${sizeOf(set)} (channels, height, width) and the notebook reads ${sizeOf(input)}`,
    !relabelled(set, classes) &&
      `its classes are ${some(set.classes)} and the notebook tells ${some(classes)}`,
    set.several &&
      loss === 'softmaxCrossEntropy' &&
      'its images have several labels and the softmax of the notebook lets only one win',
  ].filter((fault) => fault !== false);
  if (faults.length === 0) return undefined;
  return (
    `"${set.name}" is now kept on this machine, but ${faults.join('; ')}. Press Model, choose "${set.name}" under Images, ` +
    'make sizes, loss and last layer fit, and press Build.'
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
