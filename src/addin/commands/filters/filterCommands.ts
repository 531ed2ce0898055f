import type { ImageSource } from '../../../data/imageSet';
import { inWorkbook } from '../../../excel/context';
import { shapeOfFilters, type FilterPage } from '../../../excel/sheets/filters/filterCells';
import { layOutFilters, patchAt, type FiltersLayout } from '../../../excel/sheets/filters/filterLayout';
import { drawFilters } from '../../../excel/sheets/filters/filterSheet';
import { whereIs } from '../../../excel/sheets/extraSheet';
import { parseA1 } from '../../../notebook/sheet/address';
import type { LibraryFilter } from '../../../notebook/filters/filterLibrary';
import { refuseBlockedMaps, stillWrong } from '../refuseBlocked';
import { NotebookError, refuseWithoutImages } from '../../faults';
import { filterAt, type ChosenFilter } from './selectedFilter';
import { imagesToSearch } from './filterImages';
import { filterPage } from './filterPage';
import { convolutionsOf, searchPatches, type Winners } from '../../../training/filterPatches';
import { putInto, type Into } from './applyLibraryFilter';
import { galleryOf } from '../imageGallery';
import type { Hands, LongWork } from '../../workbook/commandContext';
import type { LiveNotebook } from '../../workbook/liveNotebook';
import { breathe } from '../../../training/stepper';

/** What a person does with filters: put a known one into the selected filter, and see what excites each. */
export class FilterCommands {
  /** What the sheet of filters shows, of which notebook. */
  private found?: {
    readonly notebook: LiveNotebook;
    readonly source: ImageSource;
    readonly page: FilterPage;
    readonly layout: FiltersLayout;
  };

  constructor(private readonly hands: Hands) {}

  /** Put a filter of the library into the filter that is selected on the sheet. Its bias stays. */
  put(filter: LibraryFilter, into: Into): Promise<void> {
    const { hands } = this;
    if (hands.isBusy()) return Promise.resolve();
    return hands.update(putInto(filter, hands.store.get().filter, into));
  }

  /** Find the patches of images that excite each filter most, and draw them beside it on a sheet of their own. */
  showSheet(): Promise<void> {
    const { hands } = this;
    if (hands.isBusy()) return Promise.resolve();
    return hands.performLong((work) =>
      hands.withNotebook(async (context, notebook) => {
        const reading = await hands.look(context, notebook);
        const { images, settings, network } = notebook.trainer;
        if (convolutionsOf(network).length === 0) throw new NotebookError(NO_FILTERS);
        // The image on the page is none that is searched for.
        refuseBlockedMaps(
          reading,
          convolutionsOf(network).map((at) => network.shapes[at].name),
          'input',
        );
        refuseWithoutImages(notebook);
        const source = images.source(settings)!;
        const { indexes, words } = imagesToSearch(images, settings);
        const winners = await searched(notebook, source, indexes, work);
        const page = filterPage(notebook, winners, source, words);
        const { extras, names } = notebook.record;
        const sheet = await drawFilters(context, extras?.filters, names.values, page);
        this.found = { notebook, source, page, layout: layOutFilters(shapeOfFilters(page)) };
        hands.keep(context, notebook, { extras: { ...notebook.record.extras, filters: sheet } });
        context.workbook.worksheets.getItem(sheet).activate();
        await context.sync();
        hands.store.set(stillWrong(reading));
      }),
    );
  }

  /** Cells were selected: of a filter, of the sheet of filters, or of something else. */
  selected(sheet: string, address: string): void {
    const notebook = this.hands.shelf.current;
    if (!notebook) return;
    if (sheet === notebook.record.extras?.filters) {
      void this.showImage(notebook, sheet, address).catch(() => undefined);
      return;
    }
    // What is selected there stays so while somebody looks at another sheet.
    if (sheet === notebook.record.place.values) this.choose(chosenIn(notebook, address));
  }

  private choose(filter: ChosenFilter | undefined): void {
    const { store } = this.hands;
    // Moving about among cells of one filter, or of none, is nothing new.
    if (JSON.stringify(filter) !== JSON.stringify(store.get().filter)) store.set({ filter });
  }

  /** The image of a patch that was clicked. */
  private async showImage(notebook: LiveNotebook, sheet: string, address: string): Promise<void> {
    const { store } = this.hands;
    const { found } = this;
    if (found?.notebook !== notebook) {
      store.set({ notice: 'Press Filter sheet to see the images behind these patches.' });
      return;
    }
    const corner = await inWorkbook((context) => whereIs(context, sheet, 'filters'));
    const at = corner && patchAt(address, found.layout, corner);
    if (!at) return;
    const layer = found.page.layers[at.layer];
    const patch = layer.filters[at.filter].patches.at(at.patch);
    if (!patch) return;
    const title = `It excites ${layer.name}, filter ${at.filter + 1}, to ${patch.activation.toFixed(2)}`;
    const caption = () => `image ${patch.image}: ${patch.label}`;
    store.set(galleryOf(title, found.source, [patch.image - 1], caption));
  }
}

const NO_FILTERS = 'This network has no convolution, so it has no filters to show.';

/** The filter that an address on the sheet of values is of. */
function chosenIn(notebook: LiveNotebook, address: string): ChosenFilter | undefined {
  const selected = address.split(',').map(parseA1);
  const { blocks } = notebook.plan.sheets.values;
  const filter = filterAt(blocks, (block) => notebook.placeOf('values', block.name), selected);
  return filter && { notebook: notebook.record.names.values, ...filter };
}

/** @throws NotebookError on Stop */
function searched(
  { trainer: { network } }: LiveNotebook,
  source: ImageSource,
  indexes: ArrayLike<number>,
  work: LongWork,
): Promise<Winners> {
  work.report('images', 0, indexes.length);
  return searchPatches(network, source, indexes, async (done) => {
    work.report('images', done, indexes.length);
    await breathe();
    if (work.isStopped())
      throw new NotebookError('Stopped before all images were searched. Nothing was drawn.');
  });
}
