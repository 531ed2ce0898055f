import type { NamedArrays } from '../../../engine/namedArrays';
import { activeCell, selectCell, type Selected } from '../../../excel/read/activeCell';
import { inWorkbook } from '../../../excel/context';
import { removeFrames } from '../../../excel/sheets/frames';
import { sheetOf } from '../../../excel/notebook/notebookRecord';
import { parseA1 } from '../../../notebook/sheet/address';
import { explainCell, type Explanation } from '../../../notebook/explain';
import { sentence, type CellRef } from '../../../notebook/explain/explanation';
import { initialParameters } from '../../../notebook/sheet/initialise';
import type { SheetKey } from '../../../notebook/sheet/plan';
import { Frames } from './explainFrames';
import { LastStep } from '../../../training/lastStep';
import { explain } from '../../faults';
import type { Pipeline, Work } from '../../workbook/pipeline';
import type { LiveNotebook } from '../../workbook/liveNotebook';
import { breathe } from '../../../training/pacing';
import { explainCommandTexts } from '../../../texts/addin/explain';

/**
 * Where does this number come from? While it is on, the pane explains the selected cell, and frames on the sheet show
 * what it is made of and what it changes. Nothing of it waits in the queue of commands, which a run occupies.
 */
export class ExplainCommands {
  private isOn = false;
  private answering?: Promise<void>;
  private readonly frames = new Frames((error) => this.pipeline.store.set({ notice: explain(error) }));
  /** The notebook whose steps are watched. */
  private watched?: { readonly notebook: LiveNotebook; readonly steps: LastStep };
  private first?: { readonly notebook: LiveNotebook; readonly seed: number; readonly weights: NamedArrays };

  constructor(private readonly pipeline: Pipeline) {
    pipeline.selection.changed.listen(() => this.selected());
    pipeline.published.listen((notebook) => this.published(notebook));
    pipeline.released.listen(() => this.answer());
  }

  /** A workbook was opened that may have been saved with frames on. */
  open(context: Excel.RequestContext): Promise<void> {
    // Excel before 2021 knows no shapes, and has none to remove.
    return removeFrames(context).catch(() => undefined);
  }

  /** Turn it on, and open its section of the pane, or off. */
  async toggle(): Promise<void> {
    if (this.isOn) return this.turnOff();
    const { store, notebooks } = this.pipeline;
    if (!notebooks.active) return this.pipeline.perform(NEEDS_NOTEBOOK);
    this.isOn = true;
    this.watch(notebooks.active);
    store.set({ asked: { section: 'explain' } });
    await this.look();
  }

  /** Cells were selected; of several the first is explained. */
  private selected(): void {
    // Of selections that come in a burst, as from a key that is held down, only the last is answered.
    if (this.isOn) this.answering ??= breathe().then(() => this.answerUnlessAhead());
  }

  /** Another sheet was activated, with a selection of its own. */
  activated(): void {
    if (this.isOn) void this.look();
  }

  /** The cells show new numbers, or stand in other places. */
  private published(notebook: LiveNotebook): void {
    if (!this.isOn) return;
    this.watch(notebook);
    this.answer();
  }

  /** Bring a person to a cell that an explanation names. */
  async goTo(cell: CellRef): Promise<void> {
    const { notebooks, store } = this.pipeline;
    const sheet = notebooks.active?.record.place[cell.key];
    if (sheet === undefined) return;
    await inWorkbook((context) => selectCell(context, sheet, cell)).catch((error: unknown) =>
      store.set({ notice: explain(error) }),
    );
  }

  /** Resolves when everything so far is answered, and the frames are where they should be. */
  async settled(): Promise<void> {
    await this.answering;
    await this.frames.settled();
  }

  private turnOff(): Promise<void> {
    this.isOn = false;
    if (this.watched) this.watched.notebook.trainer.onStep = undefined;
    this.watched = undefined;
    this.pipeline.store.set({ explanation: undefined });
    this.frames.show(undefined);
    return this.frames.settled();
  }

  /** Ask what is selected, and explain it. */
  private async look(): Promise<void> {
    const found = await inWorkbook(activeCell).catch(() => undefined);
    if (found) this.pipeline.selection.note(found);
    this.answerUnlessAhead();
    await this.frames.settled();
  }

  private answerUnlessAhead(): void {
    this.answering = undefined;
    // While steps are taken the engine is ahead of the cells: the next repaint explains what they hold then.
    const { run, explanation } = this.pipeline.store.get();
    if (run?.unit !== 'steps' || !explanation) this.answer();
  }

  private answer(): void {
    if (!this.isOn) return;
    const selected = this.pipeline.selection.current;
    const found = this.cellOf(selected);
    const explanation = found ? this.explain(found.notebook, found.cell) : NOT_OF_NOTEBOOK;
    this.pipeline.store.set({ explanation });
    // A run has the workbook to itself; when it has ended, frames follow.
    if (this.pipeline.store.get().run?.unit === 'steps') return;
    const { frames } = explanation;
    const columns = found
      ? found.notebook.plan.sheets[found.cell.key].widths.map(({ column }) => column)
      : [];
    this.frames.show(selected && { sheet: selected.sheet, frames, columns });
  }

  private explain(notebook: LiveNotebook, cell: CellRef): Explanation {
    const { plan, trainer } = notebook;
    trainer.revealBatch();
    return explainCell(
      {
        plan,
        numbers: trainer,
        placeOf: (key, { name, rect }) => {
          const place = notebook.placeOf(key, name);
          const isWhole = place?.rows === rect.rows && place.columns === rect.columns;
          return isWhole ? place : undefined;
        },
        firstWeights: () => this.firstWeights(notebook),
        lastStep: this.watched?.steps.leadingTo(trainer.step),
      },
      cell,
    );
  }

  /** The selected cell, where it is one of the sheets of the active notebook. */
  private cellOf(selected: Selected | undefined): { notebook: LiveNotebook; cell: CellRef } | undefined {
    const notebook = this.pipeline.notebooks.active;
    const key: SheetKey | undefined = notebook && selected && sheetOf(notebook.record, selected.sheet);
    if (!notebook || !selected || !key) return undefined;
    const { row, column } = parseA1(selected.address.split(',')[0]);
    return { notebook, cell: { key, row, column } };
  }

  /** From now on each step leaves behind what it was made from. */
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

/** Says that there is none. */
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
