import { inWorkbook } from '../../excel/context';
import { sheetOf, type NotebookRecord } from '../../excel/notebook/notebookRecord';
import type { Reading } from '../../excel/read/reading';
import { CommandQueue } from './commandQueue';
import { explain, NotebookError } from '../faults';
import { formulasState } from '../commands/formulas/formulaCommands';
import type { Change, LongWork } from './commandContext';
import type { LiveNotebook } from './liveNotebook';
import { BUSY, Runner, type RunnerHands } from '../run/runner';
import { Shelf } from './openNotebooks';
import { notebookState, Store, type LossPoint, type SessionState } from '../state';
import { worded, type Extra } from './writtenCells';

/** Who wants to know what comes of commands. */
export interface HandlingListener {
  /** The pane was told how the notebook stands. */
  published(notebook: LiveNotebook): void;
  /** A run, or a command that takes long, has ended. */
  afterRun(): void;
}

/**
 * How every command handles the notebook in hand: one command after the other; each reads the cells once, computes, and
 * writes once. Whatever goes wrong becomes a message, and the notebook goes on.
 */
export class Handling implements RunnerHands {
  readonly store = new Store<SessionState>({ ready: false, errors: [] });
  readonly shelf = new Shelf();
  readonly runner = new Runner(this);
  private history: LossPoint[] = [];
  private readonly queue = new CommandQueue((error) => this.tell(error));

  constructor(private readonly listener: HandlingListener) {}

  perform(command: () => Promise<void>): Promise<void> {
    return this.queue.perform(() => {
      const { errors, notice, question } = this.store.get();
      // Where nothing is shown the pane need not be drawn anew.
      if (errors.length || notice !== undefined || question) this.dismiss();
      return command();
    });
  }

  performLong(command: (work: LongWork) => Promise<void>): Promise<void> {
    return this.runner.occupy(command).then(() => this.listener.afterRun());
  }

  /** Resolves when every command so far, and what followed from it, is done; `pause` lets waiting events in. */
  idle(pause: () => Promise<void>): Promise<void> {
    return this.queue.idle(pause);
  }

  isBusy(): boolean {
    if (this.runner.isRunning) this.store.set({ notice: BUSY });
    return this.runner.isRunning;
  }

  /** Read what was touched, change something, write what changed: a request each, and none where there is nothing to read. */
  updateQuickly(change: Change): Promise<void> {
    return this.change(change, false);
  }

  /** The same, after a look whether the blocks stand where they stood: two requests. */
  update(change: Change): Promise<void> {
    return this.change(change, true);
  }

  async withNotebook(
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

  /** What the cells hold now, taken into the engine; sheets that were deleted are drawn anew. */
  async look(context: Excel.RequestContext, notebook: LiveNotebook, surely = true): Promise<Reading> {
    const before = await notebook.look(context, surely);
    const reading = await this.complete(context, notebook, before);
    this.shelf.keep(context, notebook, reading);
    return reading;
  }

  begin(reading: Reading | undefined): void {
    const { current } = this.shelf;
    if (!reading || !current) return;
    // What was typed while it was being read is yet to be answered.
    this.runner.forget((edit) => sheetOf(current.record, edit.worksheetId) === undefined);
    this.history = [pointOf(current)];
    this.store.set({ gallery: undefined });
    this.publish(current, reading);
  }

  keep(context: Excel.RequestContext, notebook: LiveNotebook, change: Partial<NotebookRecord>): void {
    this.shelf.change(context, notebook, change);
  }

  stepped({ trainer }: LiveNotebook, losses: readonly number[]): void {
    const before = trainer.step - losses.length;
    // Steps that the workbook did not take, or that Excel undid, are taken anew.
    while (this.history.length && this.history[this.history.length - 1].step > before) this.history.pop();
    losses.forEach((loss, index) => this.history.push({ step: before + index + 1, loss }));
  }

  painted(notebook: LiveNotebook, reading: Reading, notice?: string): void {
    // What was said since the last repaint is to be read, unless nothing is to be said.
    this.publish(notebook, reading, (notice ?? this.store.get().notice) || undefined);
  }

  /** Forget what was said; what is still wrong is said again by the next command. */
  dismiss(): void {
    this.store.set({ errors: [], notice: undefined, question: undefined });
  }

  private change(change: Change, surely: boolean): Promise<void> {
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
        await write(context, notebook, reading, extra);
        notebook.settle();
        if (extra.restarted) this.history = [pointOf(notebook)];
        this.publish(notebook, reading, worded(extra.notice));
      }),
    );
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
    this.listener.published(live);
  }
}

/** Where Excel refuses it, because cells were inserted or deleted and it has not told so yet, that is what a person is told. */
async function write(
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

function pointOf({ trainer }: LiveNotebook): LossPoint {
  return { step: trainer.step, loss: trainer.batchLoss };
}
