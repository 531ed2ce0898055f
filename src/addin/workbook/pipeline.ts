// How every command is carried out, and nothing of what any of them does. workbook/ imports excel, training and the
// rooms below them; run/ and commands/ import from here.
import { inWorkbook } from '../../excel/context';
import { sheetOf, type NotebookRecord } from '../../excel/notebook/notebookRecord';
import { protectionBehind } from '../../excel/protection';
import type { Reading } from '../../excel/read/reading';
import type { Edit } from '../../excel/read/watch';
import { explain, isUnexpected, NotebookError } from '../faults';
import { Signal } from '../signal';
import { notebookState, Store, type SessionState } from '../state';
import { CommandQueue } from './commandQueue';
import { EditInbox } from './editInbox';
import { formulasState } from './formulasState';
import type { LiveNotebook } from './liveNotebook';
import { LossHistory } from './lossHistory';
import { OpenNotebooks } from './openNotebooks';
import { Progress } from './progress';
import { respondToEdits, type Answer } from './respondToEdits';
import { Selection } from './selection';
import { worded, type Outcome } from './writtenCells';
import { workbookTexts } from '../../texts/addin/workbook';

interface Manner {
  /** What a person would call it. */
  readonly name: string;
  /** While a command that takes long is under way: this one is refused, or stops that one, or waits for its end. */
  readonly whileRunning: 'refuse' | 'stop' | 'wait';
  /** Asked for again before its turn has come, it is carried out only once. */
  readonly once?: boolean;
  /** Nobody asked for it: what was said before stays to be read. */
  readonly isUnasked?: boolean;
}

/** Changes numbers of the active notebook, between the reading of its cells and the writing. */
export interface Change extends Manner {
  readonly change: (
    notebook: LiveNotebook,
    reading: Reading,
    context: Excel.RequestContext,
  ) => Outcome | Promise<Outcome>;
  /** Look first whether all blocks stand where they stood, which costs a request. */
  readonly asksPlaces?: boolean;
}

/** Does anything else with the workbook. */
export interface Work extends Manner {
  /** Other commands are then refused, and Stop ends it. */
  readonly takesLong?: boolean;
  /** @returns the command that is to follow at once, if any */
  readonly work: (pipeline: Pipeline, progress: Progress) => Promise<void> | Promise<Command>;
}

/** Each thing that a person can do, or that follows from what happens in the workbook, as a value. */
export type Command = Change | Work;

/**
 * One command after the other: read what was touched, change something, write what changed, update the pane. Whatever goes
 * wrong becomes a message, and the notebook goes on working.
 */
export class Pipeline {
  readonly store = new Store<SessionState>({ ready: false, errors: [] });
  readonly notebooks = new OpenNotebooks();
  readonly inbox = new EditInbox();
  readonly selection = new Selection();
  readonly history = new LossHistory();
  /** The pane was given the state of a notebook. */
  readonly published = new Signal<[LiveNotebook]>();
  /** A change was found that Excel has not told of: it is to be answered as if it had. */
  readonly untold = new Signal<[Edit]>();
  /** A command that takes long has ended. */
  readonly released = new Signal();
  private readonly queue = new CommandQueue();
  /** Of the command that takes long and is under way, or about to be. */
  private progress?: Progress;
  /** Commands whose turn has not come yet. */
  private readonly waiting = new Set<Command>();

  /** Resolves when the command is done, also when it was refused or failed. */
  perform(command: Command): Promise<void> {
    if (this.progress && command.whileRunning === 'refuse') {
      this.store.set({ notice: workbookTexts.busy });
      return Promise.resolve();
    }
    if (command.whileRunning === 'stop') this.stop();
    if (command.once && this.waiting.has(command)) return Promise.resolve();
    this.waiting.add(command);
    const progress = new Progress(this.store);
    if (!('takesLong' in command && command.takesLong))
      return this.queue.add(() => this.carryOut(command, progress));
    this.progress = progress;
    return this.queue
      .add(() => this.carryOut(command, progress).finally(() => this.release()))
      .then(() => this.released.send());
  }

  /** Is a command under way that takes long? */
  get isRunning(): boolean {
    return this.progress !== undefined;
  }

  /** End what takes long; a run ends after the step that it is in. */
  stop(): void {
    this.progress?.stop();
  }

  /** Resolves when every command so far, and what followed from it, is done; `pause` lets waiting events in. */
  idle(pause: () => Promise<void>): Promise<void> {
    return this.queue.idle(pause);
  }

  /** Forget what was said; what is still wrong is said again by the next command. */
  dismiss(): void {
    const { errors, notice, question } = this.store.get();
    // Where nothing is shown the pane need not be drawn anew.
    if (errors.length || notice !== undefined || question)
      this.store.set({ errors: [], notice: undefined, question: undefined });
  }

  private async carryOut(command: Command, progress: Progress): Promise<void> {
    this.waiting.delete(command);
    let next: Command | undefined = command;
    try {
      while (next) {
        if (!next.isUnasked) this.dismiss();
        const done: Promise<void> | Promise<Command> =
          'change' in next ? this.change(next) : next.work(this, progress);
        // A promise of void gives undefined: then nothing follows.
        next = (await done) as Command | undefined;
      }
    } catch (refused) {
      const error = (await protectionBehind(refused)) ?? refused;
      if (isUnexpected(error)) console.error(`Cellvolution, ${command.name}:`, error);
      this.showError(error);
    }
  }

  private release(): void {
    this.progress = undefined;
    const { notice } = this.store.get();
    this.store.set({ run: undefined, notice: notice === workbookTexts.busy ? undefined : notice });
  }

  /**
   * A change follows from what the cells are known to hold. Whether they do is only seen by the request that writes: if
   * not, it is taken back, and made anew from what they hold. That is rare, so that a change costs one request.
   */
  private change(command: Change): Promise<void> {
    return this.withNotebook(async (context, notebook) => {
      const { trainer, untold } = notebook;
      let at: Answer = {
        reading: await this.look(context, notebook, command.asksPlaces ?? false),
        outcome: {},
      };
      for (let last = false; ; last = true) {
        const edits = untold.takeFound();
        const read = () => notebook.readAhead(context);
        if (edits.length) at = await respondToEdits(context, notebook, edits, read);
        const before = trainer.save();
        const { fault, ...made } = await this.attempt(command, context, notebook, at);
        if (untold.found.length === 0 || last) {
          this.show(notebook, made);
          if (fault) throw fault.error;
          return;
        }
        trainer.load(before);
      }
    });
  }

  /** @param at what the cells hold, and what is to be written anyway */
  private async attempt(
    command: Change,
    context: Excel.RequestContext,
    notebook: LiveNotebook,
    at: Answer,
  ): Promise<Answer & { readonly fault?: { readonly error: unknown } }> {
    let outcome: Outcome;
    try {
      outcome = await command.change(notebook, at.reading, context);
    } catch (error) {
      // Also after a refusal: the cells at fault are to be marked, and the sheet says why.
      await notebook.write(context, at.reading, { ...at.outcome, notice: explain(error) });
      return { reading: at.reading, outcome: {}, fault: { error } };
    }
    const force = new Set([...(at.outcome.force ?? []), ...(outcome.force ?? [])]);
    const reading = await this.write(context, notebook, at.reading, { ...outcome, force });
    return { reading, outcome };
  }

  /** Work with the active notebook. @throws NotebookError when there is none */
  async withNotebook(
    work: (context: Excel.RequestContext, notebook: LiveNotebook) => Promise<void>,
  ): Promise<void> {
    const notebook = this.notebooks.active;
    if (!notebook) throw new NotebookError(workbookTexts.noNotebook);
    try {
      await inWorkbook((context) => work(context, notebook));
    } catch (error) {
      // Whatever was under way may have come to pass in part.
      notebook.markStale();
      throw error;
    }
  }

  /** What the cells hold now, taken into the engine; sheets that were deleted are drawn anew. */
  async look(context: Excel.RequestContext, notebook: LiveNotebook, asksPlaces = true): Promise<Reading> {
    const reading = await this.complete(context, notebook, await notebook.look(context, asksPlaces));
    this.notebooks.keep(context, notebook, reading);
    return reading;
  }

  /** Write what a change has led to, and update the pane. */
  async finish(
    context: Excel.RequestContext,
    notebook: LiveNotebook,
    reading: Reading,
    outcome: Outcome,
  ): Promise<void> {
    this.show(notebook, { reading: await this.write(context, notebook, reading, outcome), outcome });
    this.tellUntold(notebook);
  }

  /** What was found that Excel has not told of is answered like any edit. */
  tellUntold(notebook: LiveNotebook): void {
    for (const edit of notebook.untold.takeFound()) this.untold.send(edit);
  }

  private async write(
    context: Excel.RequestContext,
    notebook: LiveNotebook,
    reading: Reading,
    outcome: Outcome,
  ): Promise<Reading> {
    const complete = await this.complete(context, notebook, reading);
    await notebook.write(context, complete, outcome);
    notebook.settle();
    return complete;
  }

  private show(notebook: LiveNotebook, { reading, outcome }: Answer): void {
    if (outcome.losses) this.history.add(notebook.trainer, outcome.losses);
    if (outcome.restarted) this.history.restart(notebook.trainer);
    this.publish(notebook, reading, worded(outcome.notice));
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
    this.notebooks.keep(context, notebook, complete);
    return complete;
  }

  /** Another notebook became the active one. */
  begin(reading: Reading | undefined): void {
    const { active } = this.notebooks;
    if (!reading || !active) return;
    // What was typed while it was being read is yet to be answered.
    this.inbox.keepThoseOn((sheet) => sheetOf(active.record, sheet) !== undefined);
    this.history.restart(active.trainer);
    this.store.set({ gallery: undefined });
    this.publish(active, reading);
  }

  /** Remember something of a notebook in the workbook. */
  keep(context: Excel.RequestContext, notebook: LiveNotebook, change: Partial<NotebookRecord>): void {
    this.notebooks.change(context, notebook, change);
  }

  /** Give the pane the state of a notebook, and what is wrong with its cells. */
  publish(notebook: LiveNotebook, reading: Reading, notice?: string): void {
    const { plan, trainer, record } = notebook;
    // Whether the workbook holds the images may have changed since the notebook was opened.
    const spec = { ...plan.spec, data: record.spec.data };
    const title = reading.nameOf('values');
    this.store.set({
      notebook: notebookState(title, spec, trainer, formulasState(notebook), this.history.all),
      errors: reading.problems.map(({ message }) => message),
      notice,
    });
    this.published.send(notebook);
  }

  private showError(error: unknown): void {
    const { errors } = this.store.get();
    const message = explain(error);
    this.store.set({ errors: errors.includes(message) ? errors : [message, ...errors] });
  }
}
