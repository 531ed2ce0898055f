import type { ImageSource } from '../../../data/imageSet';
import type { Selected } from '../../../excel/read/activeCell';
import type { FilterPage } from '../../../excel/sheets/filters/filterCells';
import type { FiltersLayout } from '../../../excel/sheets/filters/filterLayout';
import type { Corner } from '../../../excel/sheets/extraSheet';
import { parseA1 } from '../../../notebook/sheet/address';
import type { LibraryFilter } from '../../../notebook/filters/filterLibrary';
import { refuseBlockedMaps, stillWrong } from '../refuseBlocked';
import { NotebookError, refuseWithoutImages } from '../../faults';
import { loaded } from '../../loaded';
import { filterAt, type ChosenFilter } from './selectedFilter';
import type { PatchesByLayer } from '../../../training/filterPatches';
import type { Into } from './applyLibraryFilter';
import { galleryOf } from '../imageGallery';
import type { Pipeline, Work } from '../../workbook/pipeline';
import type { Progress } from '../../workbook/progress';
import { onExtraSheetSelected, showExtraSheet } from '../extraSheets';
import type { LiveNotebook } from '../../workbook/notebook/liveNotebook';
import { yieldToEvents } from '../../../training/pacing';
import { filterTexts } from '../../../texts/addin/filters';

type Code = typeof import('./filterSheetCode');

/** Commands for filters: write a well-known one into the selected filter, and show what activates each. */
export class FilterCommands {
  /** What the filter sheet shows, and its notebook. */
  private found?: {
    readonly notebook: LiveNotebook;
    readonly source: ImageSource;
    readonly page: FilterPage;
    readonly layout: FiltersLayout;
    readonly patchAt: Code['patchAt'];
  };

  constructor(private readonly pipeline: Pipeline) {
    pipeline.selection.changed.listen((selected) => this.choose(selected));
    onExtraSheetSelected(pipeline, 'filters', (...clicked) => this.showImageOfPatch(...clicked));
  }

  /** Writes a library filter into the filter selected on the sheet. Its bias stays. */
  put(filter: LibraryFilter, into: Into): Work {
    const chosen = this.pipeline.store.get().filter;
    return {
      name: `Put ${filter.name}`,
      whileRunning: 'refuse',
      async work() {
        const { putInto } = await loaded(import('./applyLibraryFilter'));
        return putInto(filter, chosen, into);
      },
    };
  }

  /**
   * Finds the image patches that activate each filter most, and draws them beside it on a sheet of their own.
   */
  readonly showSheet: Work = {
    name: 'Filter sheet',
    whileRunning: 'refuse',
    takesLong: true,
    work: async (pipeline, progress) => {
      const code = await loaded(import('./filterSheetCode'));
      const { convolutionsOf, drawFilters, layOutFilters, shapeOfFilters, patchAt } = code;
      await pipeline.withNotebook(async (context, notebook) => {
        const reading = await pipeline.look(context, notebook);
        const { images, settings, network } = notebook.trainer;
        if (convolutionsOf(network).length === 0) throw new NotebookError(filterTexts.noFilters);
        // The image on the page is not among those that are searched.
        refuseBlockedMaps(
          reading,
          convolutionsOf(network).map((at) => network.shapes[at].name),
          'input',
        );
        refuseWithoutImages(notebook.trainer);
        const source = images.source(settings)!;
        const { indexes, words } = code.imagesToSearch(images, settings);
        const winners = await searched(code, notebook, source, indexes, progress);
        const page = code.filterPage(notebook, winners, source, words);
        await showExtraSheet(pipeline, context, notebook, 'filters', async (place, title) => {
          const sheet = await drawFilters(context, place, title, page);
          this.found = { notebook, source, page, layout: layOutFilters(shapeOfFilters(page)), patchAt };
          return sheet;
        });
        pipeline.store.set(stillWrong(reading));
      });
    },
  };

  /** Remembers the filter of the selected cells, even while another sheet is active. */
  private choose({ sheet, address }: Selected): void {
    const { store, notebooks } = this.pipeline;
    const notebook = notebooks.active;
    if (sheet !== notebook?.record.place.values) return;
    const filter = chosenIn(notebook, address);
    // Moving among cells of the same filter, or of none, changes nothing.
    if (JSON.stringify(filter) !== JSON.stringify(store.get().filter)) store.set({ filter });
  }

  /** Shows the image of a patch that was clicked. */
  private showImageOfPatch(notebook: LiveNotebook, address: string, corner: Corner): void {
    const { store } = this.pipeline;
    const { found } = this;
    if (found?.notebook !== notebook) {
      store.set({ notice: filterTexts.pressFilterSheet });
      return;
    }
    const at = found.patchAt(address, found.layout, corner);
    if (!at) return;
    const layer = found.page.layers[at.layer];
    const patch = layer.filters[at.filter].patches.at(at.patch);
    if (!patch) return;
    const title = filterTexts.excites(layer.name, at.filter + 1, patch.activation);
    const caption = () => filterTexts.caption(patch.image, patch.label);
    store.set(galleryOf(title, found.source, [patch.image - 1], caption));
  }
}

/** The filter at an address on the value sheet. */
function chosenIn(notebook: LiveNotebook, address: string): ChosenFilter | undefined {
  const selected = address.split(',').map(parseA1);
  const { blocks } = notebook.plan.sheets.values;
  const filter = filterAt(blocks, (block) => notebook.placeOf('values', block.name), selected);
  return filter && { notebook: notebook.record.names.values, ...filter };
}

/** @throws NotebookError on Stop */
function searched(
  { searchPatches }: Code,
  { trainer: { network } }: LiveNotebook,
  source: ImageSource,
  indexes: ArrayLike<number>,
  progress: Progress,
): Promise<PatchesByLayer> {
  progress.report('images', 0, indexes.length);
  return searchPatches(network, source, indexes, async (done) => {
    progress.report('images', done, indexes.length);
    await yieldToEvents();
    if (progress.isStopped) throw new NotebookError(filterTexts.stopped);
  });
}
