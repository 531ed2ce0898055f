import type { NamedArrays } from '../../../engine/namedArrays';
import { activeCell, selectCells, type Selected } from '../../../excel/read/activeCell';
import { inWorkbook } from '../../../excel/context';
import { removeFrames } from '../../../excel/sheets/frameShapes';
import { sheetOf } from '../../../excel/notebook/notebookRecord';
import { cellRect, contains, parseA1 } from '../../../notebook/sheet/address';
import { explainCell, type Explanation } from '../../../notebook/explain';
import { sentence, type CellRef } from '../../../notebook/explain/explanation';
import { initialParameters } from '../../../notebook/sheet/initialise';
import type { Block, Role } from '../../../notebook/sheet/block';
import type { SheetKey } from '../../../notebook/sheet/plan';
import { Frames } from './explainFrames';
import { LastStep } from '../../../training/lastStep';
import { explain } from '../../faults';
import type { Whereabouts } from '../../state';
import type { Pipeline, Work } from '../../workbook/pipeline';
import type { LiveNotebook } from '../../workbook/notebook/liveNotebook';
import { yieldToEvents } from '../../../training/pacing';
import { explainCommandTexts } from '../../../texts/addin/explain';

/**
 * The pane always explains the selected cell. While Explain cell is on, frames on the sheet also show what it is computed
 * from and what it influences: they are shapes, and writing them empties the undo list of older Excel, so nobody gets them
 * unasked. None of this goes through the command queue, which a run occupies.
 */
export class ExplainCommands {
  private isFraming = false;
  private answering?: Promise<void>;
  private readonly frames = new Frames((error) => this.pipeline.store.set({ notice: explain(error) }));
  /** The notebook whose steps are recorded. */
  private watched?: { readonly notebook: LiveNotebook; readonly steps: LastStep };
  private first?: { readonly notebook: LiveNotebook; readonly seed: number; readonly weights: NamedArrays };

  constructor(private readonly pipeline: Pipeline) {
    pipeline.selection.changed.listen(() => this.selected());
    pipeline.published.listen((notebook) => this.published(notebook));
    pipeline.released.listen(() => this.answer());
  }

  /** Call when a workbook was opened, since it may have been saved with frames. */
  open(context: Excel.RequestContext): Promise<void> {
    // Excel before 2021 has no shapes, so none to remove.
    return removeFrames(context).catch(() => undefined);
  }

  /** Turns the frames on or off. */
  async toggle(): Promise<void> {
    const { store, notebooks } = this.pipeline;
    if (!this.isFraming && !notebooks.active) return this.pipeline.perform(NEEDS_NOTEBOOK);
    this.isFraming = !this.isFraming;
    store.set({ isFraming: this.isFraming });
    if (this.isFraming) return this.look();
    this.frames.show(undefined);
    await this.frames.settled();
  }

  /** Explains the first of the cells that were selected. */
  private selected(): void {
    // Of a burst of selections, as from a key held down, only the last is explained.
    this.answering ??= yieldToEvents().then(() => this.answerUnlessAhead());
  }

  /** Call when another sheet was activated, which has its own selection. */
  activated(): void {
    void this.look();
  }

  /** Call when cells show new numbers, or have moved. */
  private published(notebook: LiveNotebook): void {
    this.watch(notebook);
    // During a run there are many; who wants frames also wants to see what moves.
    if (this.isFraming || this.pipeline.store.get().run?.unit !== 'steps') this.answer();
  }

  /** Selects a cell that an explanation names. */
  async goTo(cell: CellRef): Promise<void> {
    const { notebooks, store } = this.pipeline;
    const sheet = notebooks.active?.record.place[cell.key];
    if (sheet === undefined) return;
    const cells = cellRect(cell.row, cell.column);
    await inWorkbook((context) => selectCells(context, sheet, cells)).catch((error: unknown) =>
      store.set({ notice: explain(error) }),
    );
  }

  /** Selects the first of the cells of a layer, or of the image. */
  async goToLayer(name: string): Promise<void> {
    const notebook = this.pipeline.notebooks.active;
    const block = notebook?.plan.layout.blocks.find((each) => layerOf(each) === name && SHOWN.has(each.role));
    const place = block && notebook?.placeOf('values', block.name);
    if (place) await this.goTo({ key: 'values', row: place.row, column: place.column });
  }

  /** Resolves when everything so far is explained, and the frames are in place. */
  async settled(): Promise<void> {
    await this.answering;
    await this.frames.settled();
  }

  /** Asks Excel for the selection, and explains it. */
  private async look(): Promise<void> {
    const found = await inWorkbook(activeCell).catch(() => undefined);
    if (found) this.pipeline.selection.note(this.selectedAround(found));
    this.answerUnlessAhead();
    await this.frames.settled();
  }

  /** The cells that are known to be selected around the active one, of which Excel was asked: it is the first of them. */
  private selectedAround(active: Selected): Selected {
    const known = this.pipeline.selection.latest((sheet) => sheet === active.sheet);
    const isIn = (address: string) => contains(parseA1(address), parseA1(active.address));
    return known?.address.split(',').some(isIn) ? known : active;
  }

  private answerUnlessAhead(): void {
    this.answering = undefined;
    // During steps the engine is ahead of the cells: the next repaint explains what they then hold.
    const { run, explanation } = this.pipeline.store.get();
    if (run?.unit !== 'steps' || !explanation) this.answer();
  }

  private answer(): void {
    if (!this.pipeline.notebooks.active) {
      this.pipeline.store.set({ explanation: undefined, at: undefined });
      return;
    }
    const selected = this.pipeline.selection.current;
    const found = this.cellOf(selected);
    const explanation = found ? this.explain(found.notebook, found.cell) : NOT_OF_NOTEBOOK;
    this.pipeline.store.set({ explanation, at: found && whereabouts(found.notebook, found.cell) });
    // A run keeps the workbook busy; the frames follow when it ends.
    if (!this.isFraming || this.pipeline.store.get().run?.unit === 'steps') return;
    const { frames } = explanation;
    const columns = found
      ? found.notebook.plan.sheets[found.cell.key].widths.map(({ column }) => column)
      : [];
    this.frames.show(selected && { sheet: selected.sheet, frames, columns });
  }

  private explain(notebook: LiveNotebook, cell: CellRef): Explanation {
    const { plan, trainer } = notebook;
    return explainCell(
      {
        plan,
        numbers: trainer,
        placeOf: (key, { name, rect }) => {
          const place = notebook.placeOf(key, name);
          const isWhole = place?.rows === rect.rows && place.columns === rect.columns;
          return isWhole ? place : undefined;
        },
        revealBatch: () => trainer.revealBatch(),
        firstWeights: () => this.firstWeights(notebook),
        lastStep: this.watched?.steps.leadingTo(trainer.step),
      },
      cell,
    );
  }

  /** The selected cell, if it is on a sheet of the active notebook. */
  private cellOf(selected: Selected | undefined): { notebook: LiveNotebook; cell: CellRef } | undefined {
    const notebook = this.pipeline.notebooks.active;
    const key: SheetKey | undefined = notebook && selected && sheetOf(notebook.record, selected.sheet);
    if (!notebook || !selected || !key) return undefined;
    const { row, column } = parseA1(selected.address.split(',')[0]);
    return { notebook, cell: { key, row, column } };
  }

  /** Records what each step is computed from, from now on. */
  private watch(notebook: LiveNotebook): void {
    if (this.watched?.notebook === notebook) return;
    if (this.watched) this.watched.notebook.trainer.onStep = undefined;
    const steps = new LastStep();
    this.watched = { notebook, steps };
    notebook.trainer.onStep = (...step) => steps.note(...step);
  }

  private firstWeights(notebook: LiveNotebook): NamedArrays {
    const { seed } = notebook.trainer.settings;
    if (this.first?.notebook !== notebook || this.first.seed !== seed)
      this.first = { notebook, seed, weights: initialParameters(notebook.plan.spec, seed) };
    return this.first.weights;
  }
}

/** The cells of a layer to which its picture leads: not those left of them, in the gutter. */
const SHOWN: ReadonlySet<Role> = new Set(['input', 'map', 'weights', 'logits']);

/** "conv1" of "conv1.filter1.channel1" */
function layerOf({ name }: Block): string {
  return name.split('.')[0];
}

/** Where in the network a cell is, on any sheet of the notebook. */
function whereabouts(notebook: LiveNotebook, cell: CellRef): Whereabouts | undefined {
  const isThere = ({ name }: Block) => {
    const place = notebook.placeOf(cell.key, name);
    return place !== undefined && contains(place, cell);
  };
  const block = notebook.plan.sheets[cell.key].blocks.find(isThere);
  return block && { layer: layerOf(block), block: block.name };
}

/** Only reports that there is no notebook. */
const NEEDS_NOTEBOOK: Work = {
  name: 'Explain cell',
  whileRunning: 'wait',
  work: (pipeline) => pipeline.withNotebook(async () => undefined),
};

const NOT_OF_NOTEBOOK: Explanation = {
  cell: '',
  title: explainCommandTexts.noCell,
  where: '',
  parts: [sentence(explainCommandTexts.selectCell)],
  frames: [],
};
