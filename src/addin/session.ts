import { freeTitle, inWorkbook } from '../excel/context';
import { sheetOf } from '../excel/place';
import type { Reading } from '../excel/reading';
import { watch, type Edit } from '../excel/watch';
import { NAMES } from '../notebook/layout/outputs';
import type { SettingKey } from '../notebook/settings';
import type { NotebookSpec } from '../notebook/spec';
import { answerEdits, IMAGE } from './answerEdits';
import { newSeed, nextImage, reset, setTo } from './changes';
import { CommandQueue } from './commandQueue';
import { DataCommands } from './dataCommands';
import { DivergedError } from './diverged';
import { drawNotebook } from './drawNotebook';
import { Edits } from './edits';
import { ExplainCommands } from './explainCommands';
import { explain, NotebookError, notTaken, refuseProblems, refuseWithoutImages } from './faults';
import { FormulaCommands, formulasState } from './formulaCommands';
import { GlossaryCommands } from './glossaryCommands';
import type { Change } from './hands';
import { openImages } from './images';
import { openKernels } from './kernels';
import { type LiveNotebook } from './liveNotebook';
import { worded, type Extra } from './writtenCells';
import { FilterCommands } from './filterCommands';
import { Judging } from './judging';
import { Checking } from './gradientCheck';
import { MatrixCommands } from './matrixCommands';
import { ModelCommands } from './modelCommands';
import { Runner, type RunnerHands } from './runner';
import { Shelf } from './shelf';
import { notebookState, Store, type LossPoint, type SessionState } from './state';
import { Trainer } from './trainer';

/**
 * What happens on Step, Run, Reset, an edit. Commands run one after the other; each reads the cells once,
 * computes, and writes once. Whatever goes wrong becomes a message, and the notebook goes on.
 */
export class Session {
  readonly store = new Store<SessionState>({ ready: false, errors: [] });
  private readonly shelf = new Shelf();
  private history: LossPoint[] = [];
  private readonly queue = new CommandQueue((error) => this.tell(error));
  private readonly runner = new Runner(this.hands());
  /** What a person does with model tables. */
  readonly models = new ModelCommands(this.hands());
  /** What a person does with images. */
  readonly data = new DataCommands(this.hands());
  /** What a person does with formulas. */
  readonly formulas = new FormulaCommands(this.hands());
  /** Which of them are told right. */
  readonly judging = new Judging(this.hands());
  /** Where the numbers come from. */
  readonly explaining = new ExplainCommands(this.hands());
  /** What the words mean. */
  readonly glossary = new GlossaryCommands(this.hands(), this.models.desk);
  /** What a person does with filters. */
  readonly filters = new FilterCommands(this.hands());
  /** Convolutions as matrices. */
  readonly matrices = new MatrixCommands(this.hands());
  /** Are the gradients right? */
  readonly checking = new Checking(this.hands());

  /** Find the workbook's notebooks and listen to what a person does. */
  open(): Promise<void> {
    return this.perform(async () => {
      await watch({
        edited: (edit) => this.edited(edit),
        moved: (id) => this.moved(id),
        activated: (id) => this.activated(id),
        deleted: (id) => this.deleted(id),
        selected: (id, address) => {
          this.data.selected(id, address);
          this.formulas.selected(id, address);
          this.judging.selected(id, address);
          this.checking.selected(id, address);
          this.explaining.selected(id, address);
          this.glossary.selected(id, address);
          this.filters.selected(id, address);
        },
      });
      await openKernels();
      await inWorkbook(async (context) => {
        this.begin(await this.shelf.open(context));
        await this.models.desk.open(context);
        await this.explaining.open(context);
      });
      this.store.set({ ready: true });
    });
  }

  /** Draw a new notebook on sheets of its own, with weights from the seed. */
  newNotebook(spec: NotebookSpec): Promise<void> {
    if (this.isBusy()) return Promise.resolve();
    return this.perform(() =>
      inWorkbook(async (context) => {
        const trainer = new Trainer(spec, await openImages(spec.data));
        trainer.compute();
        const title = await freeTitle(context, spec.title);
        this.begin(await this.shelf.add(context, await drawNotebook(context, spec, trainer, title)));
      }),
    );
  }

  /** One step of SGD from what the cells hold. */
  step(): Promise<void> {
    if (this.isBusy()) return Promise.resolve();
    return this.updateQuickly((notebook, reading) => {
      refuseProblems(reading, (problem) => !SPARED_BY_STEP.has(problem.block));
      this.train(notebook);
      return {};
    });
  }

  /** As many steps as the cell says, with repaints between; resolves when the run has ended. */
  run(): Promise<void> {
    if (this.isBusy()) return Promise.resolve();
    return this.runner.run().then(() => this.afterRun());
  }

  /** To the end of the epoch; resolves when the run has ended. */
  runEpochs(): Promise<void> {
    if (this.isBusy()) return Promise.resolve();
    return this.runner.runEpochs().then(() => this.afterRun());
  }

  /** End a run after the step that it is in. */
  stop(): void {
    this.runner.stop();
  }

  /** Back to the weights that the seed gives. */
  reset(): Promise<void> {
    this.stop();
    return this.updateQuickly(reset);
  }

  /** Other first weights and other images, of another seed. */
  newSeed(): Promise<void> {
    this.stop();
    return this.updateQuickly(newSeed);
  }

  /** Put the next image on the page. */
  nextImage(): Promise<void> {
    return this.isBusy() ? Promise.resolve() : this.updateQuickly(nextImage);
  }

  /** Set a number that steers training, as if it had been typed into its cell. */
  set(key: SettingKey, value: number): Promise<void> {
    return this.isBusy() ? Promise.resolve() : this.updateQuickly(setTo(key, value));
  }

  /** Resolves when every command so far, and what followed from it, is done; `pause` lets waiting events in. */
  idle(pause: () => Promise<void>): Promise<void> {
    return this.queue.idle(pause);
  }

  /** Forget what was said; what is still wrong is said again by the next command. */
  dismiss(): void {
    this.store.set({ errors: [], notice: undefined, question: undefined });
  }

  private edited(edit: Edit): void {
    const { current } = this.shelf;
    if (this.models.desk.has(edit.worksheetId)) {
      void this.models.edited(edit.worksheetId);
      return;
    }
    // Another notebook is looked at as a whole when it comes in front.
    if (!current || this.shelf.recordOf(edit.worksheetId) !== current.record) return;
    current.heard(edit);
    this.runner.hear(edit);
    // A run looks at edits between its steps; otherwise edits that come in a burst are answered together.
    if (!this.runner.isRunning && this.runner.edits.length === 1) void this.answerEdits();
  }

  private moved(worksheetId: string): void {
    const { current } = this.shelf;
    if (current && this.shelf.recordOf(worksheetId) === current.record) current.doubt();
  }

  /** A run goes on where it is; when it has ended, what is in front then is taken in hand. */
  private activated(worksheetId: string): void {
    this.shelf.activate(worksheetId);
    if (this.shelf.isBehind && !this.runner.isRunning) void this.takeInFront();
    this.explaining.activated();
  }

  private takeInFront(): Promise<void> {
    return this.perform(() =>
      inWorkbook(async (context) => this.begin(await this.shelf.takeInFront(context))),
    );
  }

  private deleted(worksheetId: string): void {
    const record = this.shelf.recordOf(worksheetId);
    const key = record && sheetOf(record, worksheetId);
    if (!record || !key) return;
    this.shelf.current?.doubt();
    if (key !== 'values') {
      const { current } = this.shelf;
      const isNeeded = current?.record !== record || current.needs(key);
      const rest = isNeeded ? ' The next Step draws it anew.' : '';
      this.store.set({ notice: `The sheet '${record.names[key]}' was deleted.${rest}` });
      return;
    }
    this.stop();
    this.shelf.drop(record);
    void this.perform(async () => {
      await inWorkbook(async (context) => {
        this.shelf.save(context);
        this.begin(await this.shelf.takeInFront(context));
      });
      if (!this.shelf.current) this.store.set({ notebook: undefined });
      throw new NotebookError(
        `The sheet '${record.names.values}' was deleted, and with it the notebook. ` +
          'Its other sheets say nothing any more: delete them, too. Press New for another one.',
      );
    });
  }

  /** Recompute after edits; what was typed over in computed cells is put back. */
  private answerEdits(): Promise<void> {
    let edits: Edit[] | undefined;
    const taken = () => (edits ??= this.runner.edits.splice(0));
    return this.updateQuickly((notebook, reading, context) => {
      const own = new Edits(notebook, reading, taken());
      own.honour();
      return answerEdits(context, notebook, reading, own);
    }).then(() => void taken());
  }

  private afterRun(): void {
    if (this.runner.edits.length) void this.answerEdits();
    if (this.shelf.isBehind) void this.takeInFront();
  }

  private train(notebook: LiveNotebook): void {
    refuseWithoutImages(notebook);
    try {
      notebook.trainer.train();
    } catch (error) {
      throw error instanceof DivergedError ? notTaken(error, notebook.trainer) : error;
    }
    this.history.push(pointOf(notebook));
  }

  /** Steps were taken, up to the one at which the notebook stands. */
  private note({ trainer }: LiveNotebook, losses: readonly number[]): void {
    const before = trainer.step - losses.length;
    losses.forEach((loss, index) => this.history.push({ step: before + index + 1, loss }));
  }

  /** Read what was touched, change something, write what changed: a request each, and none where there is nothing to read. */
  private updateQuickly(change: Change): Promise<void> {
    return this.update(change, false);
  }

  /** The same, after a look whether the blocks stand where they stood: two requests. */
  private update(change: Change, surely = true): Promise<void> {
    return this.perform(() =>
      this.withNotebook(async (context, notebook) => {
        let reading = await this.look(context, notebook, surely);
        let extra: Extra = {};
        try {
          extra = await change(notebook, reading, context);
        } catch (error) {
          // Also after a refusal: the cells at fault are to be marked, and the sheet says why.
          await notebook.write(context, reading, { notice: explain(error) });
          this.publish(notebook, reading);
          throw error;
        }
        reading = await this.complete(context, notebook, reading);
        await this.write(context, notebook, reading, extra);
        notebook.settle();
        if (extra.restarted) this.history = [pointOf(notebook)];
        this.publish(notebook, reading, worded(extra.notice));
      }),
    );
  }

  /** Where Excel refuses it, because cells were inserted or deleted and it has not told so yet, that is what a person is told. */
  private async write(
    context: Excel.RequestContext,
    notebook: LiveNotebook,
    reading: Reading,
    extra: Extra,
  ): Promise<void> {
    try {
      await notebook.write(context, reading, extra);
    } catch (error) {
      const now = await notebook.read(context).catch(() => undefined);
      const torn = now?.problems.find(({ cell }) => !cell);
      throw torn ? new NotebookError(torn.message) : error;
    }
  }

  /** What the cells hold now, taken into the engine; sheets that were deleted are drawn anew. */
  private async look(context: Excel.RequestContext, notebook: LiveNotebook, surely = true): Promise<Reading> {
    const before = await notebook.look(context, surely);
    const reading = await this.complete(context, notebook, before);
    this.shelf.keep(context, notebook, reading);
    return reading;
  }

  /** Draw the sheets that are not there: deleted, or needed for the first time. */
  private async complete(
    context: Excel.RequestContext,
    notebook: LiveNotebook,
    reading: Reading,
  ): Promise<Reading> {
    if (notebook.absent(reading).length === 0) return reading;
    await notebook.redraw(context, reading);
    const complete = await notebook.read(context);
    this.shelf.keep(context, notebook, complete);
    return complete;
  }

  /** Another notebook was taken in hand. */
  private begin(reading: Reading | undefined): void {
    const { current } = this.shelf;
    if (!reading || !current) return;
    this.runner.edits.length = 0;
    this.history = [pointOf(current)];
    this.store.set({ gallery: undefined });
    this.publish(current, reading);
  }

  /** While a run goes on, other commands would only wait for its end, and then come as a surprise. */
  private isBusy(): boolean {
    if (this.runner.isRunning) this.store.set({ notice: 'A run is under way. Press Stop first.' });
    return this.runner.isRunning;
  }

  /** What commands in files of their own are lent. */
  private hands(): RunnerHands {
    return {
      shelf: this.shelf,
      store: this.store,
      perform: (command) => this.perform(command),
      update: (change) => this.update(change),
      withNotebook: (work) => this.withNotebook(work),
      look: (context, notebook) => this.look(context, notebook),
      begin: (reading) => this.begin(reading),
      keep: (context, notebook, change) => this.shelf.change(context, notebook, change),
      isBusy: () => this.isBusy(),
      stepped: (notebook, losses) => this.note(notebook, losses),
      // What was said since the last repaint is to be read.
      painted: (notebook, reading, notice) =>
        this.publish(notebook, reading, notice ?? this.store.get().notice),
      performLong: (command) => this.runner.occupy(command).then(() => this.afterRun()),
    };
  }

  private async withNotebook(
    work: (context: Excel.RequestContext, notebook: LiveNotebook) => Promise<void>,
  ): Promise<void> {
    const notebook = this.shelf.current;
    if (!notebook)
      throw new NotebookError(
        'There is no notebook in this workbook yet. Press New on the ribbon, and choose one.',
      );
    try {
      await inWorkbook((context) => work(context, notebook));
    } catch (error) {
      // Whatever was under way may have come to pass in part.
      notebook.doubt();
      throw error;
    }
  }

  private perform(command: () => Promise<void>): Promise<void> {
    return this.queue.perform(() => {
      const { errors, notice, question } = this.store.get();
      // Where nothing is shown the pane need not be drawn anew.
      if (errors.length || notice !== undefined || question) this.dismiss();
      return command();
    });
  }

  private tell(error: unknown): void {
    const { errors } = this.store.get();
    const message = explain(error);
    this.store.set({ errors: errors.includes(message) ? errors : [message, ...errors] });
  }

  private publish(live: LiveNotebook, reading: Reading, notice?: string): void {
    const title = reading.nameOf('values');
    this.store.set({
      notebook: notebookState(title, live.plan.spec, live.trainer, formulasState(live), [...this.history]),
      errors: reading.problems.map(({ message }) => message),
      notice,
    });
    this.explaining.published(live);
  }
}

function pointOf({ trainer }: LiveNotebook): LossPoint {
  return { step: trainer.step, loss: trainer.batchLoss };
}

/** Cells that a step does not look at. */
const SPARED_BY_STEP: ReadonlySet<string> = new Set([IMAGE, 'sgd.steps_per_run', NAMES.message]);
