import { DataError, type ImageSet } from '../../../data/imageSet';
import { makeSet, type GeneratorName } from '../../../data/generators';
import { relabelled } from '../../../data/relabel';
import { saveSet, setId } from '../../../data/store';
import { inWorkbook } from '../../../excel/context';
import { readSelection } from '../../../excel/read/selection';
import { imageOfDataRow } from '../../../excel/sheets/data/dataRows';
import type { Kept } from '../../../excel/sheets/data/dataSheet';
import type { Corner } from '../../../excel/sheets/extraSheet';
import { columnName } from '../../../notebook/sheet/address';
import type { NotebookSpec } from '../../../notebook/sheet/spec';
import { NotebookError } from '../../faults';
import { loaded } from '../../loaded';
import type { LiveNotebook } from '../../workbook/notebook/liveNotebook';
import { showImage } from '../../workbook/pageImage';
import type { Change, Pipeline, Work } from '../../workbook/pipeline';
import { onExtraSheetSelected, showExtraSheet } from '../extraSheets';
import { galleryOf } from '../imageGallery';
import { differingSides, sizeInWords } from './imageFit';
import { faultTexts } from '../../../texts/addin/faults';
import { imageCommandTexts } from '../../../texts/addin/images';

/** Images per page of the data sheet. */
const PAGE = 100;

/**
 * Stores images in this browser, and lets the active notebook use them if they fit its network.
 * @param known their id, where it has been computed already
 */
export function importImages(set: ImageSet, known?: string): Work {
  return {
    name: 'Use images',
    whileRunning: 'refuse',
    async work(pipeline) {
      const id = known ?? (await setId(set));
      await saveSet(id, set);
      await pipeline.withNotebook(async (context, notebook) => {
        await pipeline.look(context, notebook);
        const { spec } = notebook.record;
        const fault = misfit(spec, set);
        if (fault) throw new NotebookError(fault);
        const data = { set: id, name: set.name };
        pipeline.keep(context, notebook, { spec: { ...spec, data } });
        pipeline.begin(await pipeline.notebooks.reopen(context, notebook.record));
      });
      return showFirst(set);
    },
  };
}

function showFirst(set: ImageSet): Change {
  return {
    name: 'Show the first image',
    whileRunning: 'refuse',
    asksPlaces: true,
    change(notebook, reading) {
      notebook.trainer.settings.image = 1;
      notebook.trainer.normalise();
      const force = new Set(showImage(notebook, reading));
      notebook.trainer.compute();
      return { force, notice: imageCommandTexts.nowUsed(set.name, set.count, set.pixelScale, set.remarks) };
    },
  };
}

/** Imports the selected cells as images, one per row: label, then pixels. */
export const USE_SELECTION: Work = {
  name: 'Use selected cells',
  whileRunning: 'refuse',
  async work({ notebooks }) {
    const { fromRows } = await import('../../../data/csv');
    const { name, rows, corner } = await inWorkbook(readSelection);
    const input = notebooks.active?.record.spec.network.input;
    if (input && input.height > 1 && rows.length === input.height && rows[0].length === input.width)
      throw new NotebookError(imageCommandTexts.oneImage(input.height, input.width));
    try {
      return importImages(fromRows(rows, name));
    } catch (error) {
      throw error instanceof DataError ? new NotebookError(whereIn(corner, error)) : error;
    }
  },
};

/** Shows the first images of the active notebook, on a sheet of their own. */
export const SHOW_IMAGES: Work = {
  name: 'Show images',
  whileRunning: 'refuse',
  async work(pipeline) {
    const { drawDataPage } = await loaded(import('../../../excel/sheets/data/dataSheet'));
    await pipeline.withNotebook(async (context, notebook) => {
      const set = pageOf(notebook);
      await showExtraSheet(pipeline, context, notebook, 'data', (place, title) =>
        drawDataPage(context, place, title, set, 0, PAGE, keptWhere(notebook)),
      );
    });
  },
};

/** From now on, shows the images whose rows are selected on the data sheet. */
export function showSelectedImages(pipeline: Pipeline): void {
  onExtraSheetSelected(pipeline, 'data', (notebook, address, corner) => {
    const { images, settings } = notebook.trainer;
    const source = images.source(settings);
    if (!source) return;
    const indexes = imageOfDataRow(address, 0, Math.min(PAGE, source.count ?? PAGE), corner);
    if (indexes.length === 0) return;
    const title = imageCommandTexts.selected(indexes.length, source.name);
    const show = async () => {
      const isThere = await isShown(notebook, corner, indexes[0]);
      const found = isThere
        ? galleryOf(title, source, indexes)
        : { notice: imageCommandTexts.otherImages, gallery: undefined };
      if (notebook === pipeline.notebooks.active) pipeline.store.set(found);
    };
    // If it cannot be looked up, a click is not worth a message.
    void show().catch(() => undefined);
  });
}

/** Do the rows on the data sheet show the images that the notebook has now? Another seed draws others. */
async function isShown(notebook: LiveNotebook, corner: Corner, index: number): Promise<boolean> {
  const { showsImage } = await loaded(import('../../../excel/sheets/data/dataSheet'));
  const place = notebook.record.extras!.data!;
  return inWorkbook((context) => showsImage(context, place, corner, pageOf(notebook), index));
}

/** Why a notebook cannot use these images, in words; undefined if it can. */
function misfit({ network: { input, loss }, classes }: NotebookSpec, set: ImageSet): string | undefined {
  const { misfits } = imageCommandTexts;
  const faults = [
    differingSides(input, set).length > 0 && misfits.size(sizeInWords(set), sizeInWords(input)),
    !relabelled(set, classes) && misfits.classes(some(set.classes), some(classes)),
    set.multiLabel && loss === 'softmaxCrossEntropy' && misfits.multiLabel,
  ].filter((fault) => fault !== false);
  if (faults.length === 0) return undefined;
  return imageCommandTexts.cannotRead(set.name, faults);
}

function some(classes: readonly string[]): string {
  return classes.length > 4 ? `${classes.slice(0, 3).join(', ')} … ${classes.at(-1)}` : classes.join(', ');
}

/** A fault in a selected range, with the address of its cell. */
function whereIn({ row, column }: Corner, fault: DataError): string {
  if (fault.row === undefined) return fault.message;
  const cell = columnName(column + (fault.column ?? 1) - 1) + (row + fault.row);
  return imageCommandTexts.inCell(cell, fault.message);
}

function pageOf({ record, trainer: { images, settings } }: LiveNotebook): ImageSet {
  if (images.set) return images.set;
  if (record.spec.data.set !== undefined) {
    throw new NotebookError(faultTexts.imagesMissing(record.spec.data.name));
  }
  return makeSet(record.spec.data.generator as GeneratorName, settings.seed, PAGE);
}

function keptWhere({ trainer: { images } }: LiveNotebook): Kept {
  return images.set ? 'browser' : 'drawn';
}
