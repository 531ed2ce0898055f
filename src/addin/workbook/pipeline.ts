// How commands are carried out; what each of them does is in commands/. notebook/ is what is known of the cells of one
// notebook, edits/ what a person does to them. workbook/ imports excel, training and the rooms below them; run/ and
// commands/ import from here.
import { inWorkbook, mayBeOver } from '../../excel/context';
import { sheetOf, type NotebookRecord } from '../../excel/notebook/notebookRecord';
import { protectionBehind } from '../../excel/protection';
import { queueAgain, takeBackAll } from '../../excel/takeBack';
import { UndoGroups } from '../../excel/undoGroups';
import type { Reading } from '../../excel/read/reading';
import type { Edit } from '../../excel/read/watch';
import { explain, isUnexpected, NotebookError } from '../faults';
import { layerPictures } from '../layerPictures';
import { Signal } from '../signal';
import { notebookState, Store, type SessionState } from '../state';
import { settingNamed } from '../../notebook/sheet/settings';
import { BusySign } from './busySign';
import { CommandQueue } from './commandQueue';
import { EditInbox } from './edits/editInbox';
import { formulasState } from './formulasState';
import type { LiveNotebook } from './notebook/liveNotebook';
import type { LossPoint } from '../../training/advice/mistakes';
import { LossHistory } from './lossHistory';
import { OpenNotebooks } from './openNotebooks';
import { problemMessages } from './problemMessages';
import { Progress } from './progress';
import { respondToEdits, type Answer } from './edits/respondToEdits';
import { Selection } from './selection';
import { SheetCopies } from './sheetCopies';
import type { CheckedInputs } from './notebook/untoldEdits';
import { worded, type Outcome } from './notebook/writtenCells';
import { workbookTexts } from '../../texts/addin/workbook';

interface Manner {
  /** The command's name for the user. */
  readonly name: string;
  /**
   * What happens to it while a long command is in progress: it is refused, or stops that command, or waits
   * for its end.
   */
  readonly whileRunning: 'refuse' | 'stop' | 'wait';
  /** If requested again before it has started, it runs only once. */
  readonly once?: boolean;
  /** Not requested by the user: earlier messages stay. */
  readonly isUnasked?: boolean;
  /** Not about the notebook in front: done whatever sheet that is. */
  readonly isForAnySheet?: boolean;
  /** Carried out where it fails: takes back what an earlier command did for it. */
  readonly ifItFails?: Command;
  /** The button of a message: where it fails, it can be pressed again. */
  readonly isUndo?: boolean;
}

/** Changes numbers of the active notebook, after its cells are read and before they are written. */
export interface Change extends Manner {
  readonly change: (
    notebook: LiveNotebook,
    reading: Reading,
    context: Excel.RequestContext,
  ) => Outcome | Promise<Outcome>;
  /** First checks whether all blocks are at their places, which costs a request. */
  readonly asksPlaces?: boolean;
  /** Takes several requests, which one undo should take back; it can be made twice. */
  readonly isOneUndo?: boolean;
}

/** Does anything else with the workbook. */
export interface Work extends Manner {
  /** Refuses other commands while it runs, and can be stopped. */
  readonly takesLong?: boolean;
  /** Meanwhile it writes the notebook again and again, from numbers of its own: a run of steps. */
  readonly isRun?: boolean;
  /** @returns the command to run next, if any */
  readonly work: (pipeline: Pipeline, progress: Progress) => Promise<void> | Promise<Command>;
}

/** Each action of the user, or response to an event of the workbook, as a value. */
export type Command = Change | Work;

/**
 * Runs one command after the other: read what may be stale, change something, write what changed, update the
 * pane. Any fault becomes a message, and the notebook keeps working.
 */
export class Pipeline {
  readonly store = new Store<SessionState>({ ready: false, errors: [] });
  readonly notebooks = new OpenNotebooks();
  readonly copies = new SheetCopies(this.notebooks);
  readonly inbox = new EditInbox();
  readonly selection = new Selection();
  readonly history = new LossHistory();
  /** The pane's state was updated for a notebook. */
  readonly published = new Signal<[LiveNotebook]>();
  /** A change was found that Excel did not report: handle it like a reported one. */
  readonly untold = new Signal<[Edit]>();
  /** The active notebook was built in place of another: what reads its cells on further sheets lost them. */
  readonly rebuilt = new Signal();
  /** A long command has ended. */
  readonly released = new Signal();
  private readonly undoGroups = new UndoGroups();
  private readonly queue = new CommandQueue();
  private readonly busySign = new BusySign(this.store);
  /** Progress of the long command in progress, or about to start. */
  private progress?: Progress;
  /** Whether that is a run of steps. */
  isStepping = false;
  /** Commands that have not started yet. */
  private readonly waiting = new Set<Command>();

  /** Resolves when the command is done, even if it was refused or failed. */
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
    this.isStepping = command.isRun ?? false;
    return this.queue
      .add(() => this.carryOut(command, progress).finally(() => this.release()))
      .then(() => this.released.send());
  }

  /** Whether a long command is in progress. */
  get isRunning(): boolean {
    return this.progress !== undefined;
  }

  /** Stops a long command; a run ends after the present step. */
  stop(): void {
    this.progress?.stop();
  }

  /** Resolves when all commands so far, and their consequences, are done. `pause` lets waiting events in. */
  idle(pause: () => Promise<void>): Promise<void> {
    return this.queue.idle(pause);
  }

  /** Dismisses the messages; persisting problems are reported again by the next command. */
  dismiss(): void {
    const { errors, notice, question } = this.store.get();
    // If nothing is shown, the pane need not be drawn again.
    if (errors.length || notice !== undefined || question)
      this.store.set({ errors: [], notice: undefined, undo: undefined, question: undefined });
  }

  private async carryOut(command: Command, progress: Progress): Promise<void> {
    this.waiting.delete(command);
    const ended = this.busySign.begin(command.name);
    let next: Command | undefined = command;
    const { notice, undo } = this.store.get();
    try {
      while (next) {
        if (!next.isUnasked) this.dismiss();
        if (next.whileRunning !== 'wait' && !next.isForAnySheet) await this.copies.refuse();
        const done: Promise<void> | Promise<Command> =
          'change' in next ? this.change(next) : next.work(this, progress);
        // A Promise<void> resolves to undefined: then nothing follows.
        next = (await done) as Command | undefined;
      }
    } catch (refused) {
      const error = (await protectionBehind(refused)) ?? refused;
      if (isUnexpected(error)) console.error(`Cellvolution, ${command.name}:`, error);
      if (next?.ifItFails) await this.carryOut(next.ifItFails, progress);
      this.showError(error);
      if (command.isUndo && mayBeOver(error)) this.store.set({ notice, undo });
    } finally {
      ended();
    }
  }

  private release(): void {
    this.progress = undefined;
    this.isStepping = false;
    const { notice } = this.store.get();
    this.store.set({ run: undefined, notice: notice === workbookTexts.busy ? undefined : notice });
  }

  /**
   * Computes a change from what the cells are known to hold. Only the request that writes reveals whether
   * they do: if not, the change is undone and computed again from their contents. That is rare, so a change
   * usually costs one request.
   */
  private change(command: Change): Promise<void> {
    const within = command.isOneUndo ? this.undoGroups.asOne : inWorkbook;
    return this.withNotebook(async (context, notebook) => {
      const { trainer, untold } = notebook;
      let at: Answer = { reading: await this.lookTwice(context, notebook, command), outcome: {} };
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
    }, within);
  }

  /** A request that failed may succeed a moment later. */
  private async lookTwice(
    context: Excel.RequestContext,
    notebook: LiveNotebook,
    { asksPlaces = false }: Change,
  ): Promise<Reading> {
    try {
      return await this.look(context, notebook, asksPlaces);
    } catch (error) {
      if (!mayBeOver(error)) throw error;
      await takeBackAll(context, error);
    }
    notebook.markStale();
    queueAgain(context);
    return this.look(context, notebook, asksPlaces);
  }

  /** @param at the cells' contents, and sites to write in any case */
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
      // Even after a refusal: the cells at fault are highlighted, and the sheet says why.
      await notebook.write(context, at.reading, { ...at.outcome, notice: explain(error) }, 'all');
      return { reading: at.reading, outcome: {}, fault: { error } };
    }
    const force = new Set([...(at.outcome.force ?? []), ...(outcome.force ?? [])]);
    const reading = await this.write(context, notebook, at.reading, { ...outcome, force }, 'all');
    return { reading, outcome };
  }

  /**
   * Works with the active notebook.
   * @throws NotebookError if there is none
   */
  async withNotebook(
    work: (context: Excel.RequestContext, notebook: LiveNotebook) => Promise<void>,
    within: UndoGroups['asOne'] = inWorkbook,
  ): Promise<void> {
    const notebook = this.notebooks.active;
    if (!notebook) throw new NotebookError(workbookTexts.noNotebook);
    let isAgain = false;
    try {
      await within((context) => {
        if (isAgain) notebook.markStale();
        isAgain = true;
        return work(context, notebook);
      });
    } catch (error) {
      // Any part of an interrupted request may have been carried out.
      notebook.markStale();
      throw error;
    }
  }

  /** Reads the cells into the engine, and draws deleted sheets again. */
  async look(context: Excel.RequestContext, notebook: LiveNotebook, asksPlaces = true): Promise<Reading> {
    const reading = await this.complete(context, notebook, await notebook.look(context, asksPlaces));
    this.notebooks.keep(context, notebook, reading);
    return reading;
  }

  /** Writes the result of a change, and updates the pane. */
  async finish(
    context: Excel.RequestContext,
    notebook: LiveNotebook,
    reading: Reading,
    outcome: Outcome,
  ): Promise<void> {
    this.show(notebook, { reading: await this.write(context, notebook, reading, outcome), outcome });
    this.tellUntold(notebook);
  }

  /** Changes found without being reported are handled like any edit. */
  tellUntold(notebook: LiveNotebook): void {
    notebook.untold.supersede(this.inbox.waiting.filter(({ typed }) => typed !== undefined));
    for (const edit of notebook.untold.takeFound()) this.untold.send(edit);
  }

  /** Queues keeping how a notebook was trained, where that has changed. */
  keepPast(context: Excel.RequestContext, { past, record }: LiveNotebook, curve: readonly LossPoint[]): void {
    past.keep(context, record.place.values, curve, !this.notebooks.hasCoauthors);
  }

  private async write(
    context: Excel.RequestContext,
    notebook: LiveNotebook,
    reading: Reading,
    outcome: Outcome,
    inputs?: CheckedInputs,
  ): Promise<Reading> {
    const complete = await this.complete(context, notebook, reading);
    this.keepPast(context, notebook, this.history.after(notebook.trainer, outcome));
    await notebook.write(context, complete, outcome, inputs);
    notebook.settle();
    return complete;
  }

  private show(notebook: LiveNotebook, { reading, outcome }: Answer): void {
    const curve = this.history.all;
    this.history.restore(this.history.after(notebook.trainer, outcome));
    if (outcome.restarted) notebook.past.lastRow = undefined;
    this.publish(notebook, reading, worded(outcome.notice));
    const { undo } = outcome;
    if (!undo) return;
    const undoing = this.undoing(notebook, (then) => {
      if (outcome.restarted) this.history.restore(curve);
      return undo(then);
    });
    this.store.set({ undo: () => this.perform(undoing) });
  }

  /** The command that gives back what another one replaced. */
  private undoing(notebook: LiveNotebook, undo: NonNullable<Outcome['undo']>): Change {
    return {
      name: 'Undo',
      isUndo: true,
      whileRunning: 'refuse',
      isForAnySheet: true,
      asksPlaces: true,
      change: (active, reading) => {
        if (active !== notebook) throw new NotebookError(workbookTexts.undoTooLate);
        return undo(reading);
      },
    };
  }

  /** Draws missing sheets: deleted, or needed for the first time. */
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

  /** Call when another notebook has become the active one. */
  begin(reading: Reading | undefined): void {
    const { active } = this.notebooks;
    if (!reading || !active) return;
    // Edits made while it was being read are still to be handled.
    this.inbox.keepThoseOn((sheet) => sheetOf(active.record, sheet) !== undefined);
    this.history.restart(active.trainer, active.past.curve);
    this.store.set({ gallery: undefined });
    this.publish(active, reading);
  }

  /** Stores a change of a notebook's record in the workbook. */
  keep(context: Excel.RequestContext, notebook: LiveNotebook, change: Partial<NotebookRecord>): void {
    this.notebooks.change(context, notebook, change);
  }

  /** Updates the pane's state for a notebook, with the problems of its cells. */
  publish(notebook: LiveNotebook, reading: Reading, notice?: string): void {
    const { plan, trainer, record } = notebook;
    // Whether the workbook contains the images may have changed since the notebook was opened.
    const spec = { ...plan.spec, data: record.spec.data };
    const title = reading.nameOf('values');
    this.store.set({
      notebook: {
        ...notebookState(title, spec, trainer, formulasState(notebook), this.history.all),
        layers: layerPictures(plan, trainer.network),
        changes: record.changes,
        isTorn: reading.problems.some(({ cell }) => !cell),
        isOutdated: reading.problems.some(({ key, block }) => key === 'values' && !settingNamed(block)),
      },
      errors: problemMessages(reading.problems),
      notice,
      undo: notice === this.store.get().notice ? this.store.get().undo : undefined,
    });
    this.published.send(notebook);
  }

  private showError(error: unknown): void {
    const { errors } = this.store.get();
    const message = explain(error);
    this.store.set({
      errors: errors.some((each) => each.startsWith(message)) ? errors : [message, ...errors],
    });
  }
}
