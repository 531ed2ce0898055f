import { inWorkbook } from '../../excel/context';
import { isInBackground } from '../../excel/front';
import { keepWhatIsDone } from '../../excel/takeBack';
import type { Reading } from '../../excel/read/reading';
import { DivergedError } from '../../training/diverged';
import { PaintPacing } from '../../training/pacing';
import type { Stepper, RunProgress, RunSignals } from '../../training/stepper';
import type { Journal } from '../../training/journal/journal';
import type { LogRow } from '../../training/logRow';
import { explain, notTaken, refuseProblems, refuseWithoutImages } from '../faults';
import { loaded } from '../loaded';
import type { LiveNotebook } from '../workbook/notebook/liveNotebook';
import { IMAGE } from '../workbook/pageImage';
import type { Pipeline } from '../workbook/pipeline';
import type { Progress } from '../workbook/progress';
import { respondToEdits } from '../workbook/edits/respondToEdits';
import { worded, type Outcome } from '../workbook/notebook/writtenCells';
import { workbookTexts } from '../../texts/addin/workbook';
import type { Meter } from './meter';

/** What a run needs. */
export interface RunContext {
  readonly pipeline: Pipeline;
  readonly progress: Progress;
  readonly context: Excel.RequestContext;
  readonly notebook: LiveNotebook;
  readonly stepper: Stepper;
  readonly meter: Meter;
  /** How many steps; may change during the run. */
  total(): number;
}

const logSheet = () => loaded(import('../../excel/sheets/log/logSheet'));

/** A run of a notebook: repaints now and then, and responds to edits between steps. */
export class NotebookRun {
  private done = 0;
  private journal?: Journal;

  /** @param reading the cells at the beginning */
  constructor(
    private readonly on: RunContext,
    private reading: Reading,
  ) {}

  /** Runs to the end. However it ends, the sheet then shows the last finished step. */
  async toTheEnd(): Promise<void> {
    try {
      await this.steps();
    } catch (error) {
      await this.halt();
      // The pipeline reports it to the pane.
      await this.paint({ notice: explain(error) }, '');
      throw error;
    } finally {
      await this.log();
    }
  }

  private async steps(): Promise<void> {
    const { stepper, progress, notebook, total } = this.on;
    const pace = new PaintPacing(stepper);
    this.refuse();
    refuseWithoutImages(notebook.trainer);
    await this.prepareLog();
    this.journal = await notebook.openJournal(this.on.context);
    await notebook.takeMasks(this.on.context);
    this.publish();
    while (stepper.isRunning || (this.done < total() && !progress.isStopped)) {
      refuseWithoutImages(notebook.trainer);
      this.journal?.note();
      const most = this.isWatched ? 1 : total() - this.done;
      this.take(await stepper.advance(most, this.until(pace.nextAt)));
      if (this.isWatched || !pace.skips(this.done, total())) await pace.of(() => this.show());
    }
    this.take(await stepper.finish(this.until(Infinity)));
  }

  /** Halts the steps; the trainer is then at the last finished step known here. */
  private async halt(): Promise<void> {
    const { stepper } = this.on;
    // If a worker breaks only now, halting again returns what it was lent.
    const stretch = await stepper.halt().catch(() => stepper.halt());
    this.take(stretch, { andGoOn: true });
  }

  /** @param paneNotice the pane's message, if it differs from the sheet's */
  private async paint(outcome: Outcome = {}, paneNotice?: string): Promise<void> {
    const { context, notebook, pipeline } = this.on;
    if (this.done) pipeline.keepPast(context, notebook, pipeline.history.all);
    await notebook.write(context, this.reading, outcome);
    // Steps that were shown stay.
    if (this.done) keepWhatIsDone(context);
    pipeline.tellUntold(notebook);
    this.publish(paneNotice ?? worded(outcome.notice));
  }

  private publish(paneNotice?: string): void {
    const { pipeline, progress, notebook, total } = this.on;
    // A message since the last repaint must stay readable, unless there is nothing to say.
    const notice = (paneNotice ?? pipeline.store.get().notice) || undefined;
    pipeline.publish(notebook, this.reading, notice);
    progress.report('steps', this.done, total());
  }

  private async prepareLog(): Promise<void> {
    const { context, notebook } = this.on;
    const { extras, names } = notebook.record;
    const { prepareLog } = await logSheet();
    this.keepLog(context, await prepareLog(context, extras?.log, names.values));
  }

  /** Writes the log rows of finished epochs. Those that Excel refuses are written later. */
  private async log(): Promise<void> {
    const { pipeline, notebook } = this.on;
    const rows = notebook.past.unlogged.splice(0);
    if (rows.length === 0) return;
    // The sheet that they are added to stays.
    keepWhatIsDone(this.on.context);
    try {
      // What failed may be over by now.
      await this.append(rows).catch(() => this.append(rows));
      for (const { step } of rows) this.journal?.noteRow(step);
    } catch (error) {
      notebook.past.unlogged.unshift(...rows);
      if (!isInBackground(error)) throw error;
      pipeline.store.set({ notice: workbookTexts.unlogged(rows.length) });
    }
  }

  private append(rows: readonly LogRow[]): Promise<void> {
    return inWorkbook(async (context) => {
      const { extras, names } = this.on.notebook.record;
      const { appendLog } = await logSheet();
      this.keepLog(context, await appendLog(context, extras?.log, names.values, rows));
    });
  }

  private keepLog(context: Excel.RequestContext, log: string | undefined): void {
    const { pipeline, notebook } = this.on;
    const { extras } = notebook.record;
    if (log !== extras?.log) pipeline.keep(context, notebook, { extras: { ...extras, log } });
  }

  private until(paintAt: number): RunSignals {
    const { progress, pipeline } = this.on;
    const { inbox } = pipeline;
    return {
      paintAt,
      isStopped: () => progress.isStopped,
      isUrgent: () => progress.isStopped || !inbox.isEmpty,
      onChange: (listener) => {
        const unhear = [progress.stopped.listen(listener), inbox.arrived.listen(listener)];
        return () => unhear.forEach((each) => each());
      },
    };
  }

  private take(stretch: RunProgress, { andGoOn = false } = {}): void {
    const { pipeline, notebook, meter } = this.on;
    const { losses, rows, fault } = stretch;
    this.done += losses.length;
    if (losses.length) this.journal?.stepped();
    notebook.past.unlogged.push(...rows);
    notebook.past.lastRow = rows.at(-1) ?? notebook.past.lastRow;
    pipeline.history.add(notebook.trainer, losses);
    meter.add(stretch);
    if (fault === undefined || andGoOn) return;
    throw fault instanceof DivergedError ? notTaken(fault, notebook.trainer) : fault;
  }

  private async show(): Promise<void> {
    if (this.on.pipeline.inbox.isEmpty) await this.paint();
    else await this.answer();
    await this.followFormulas();
    await this.followMasks();
    await this.log();
  }

  /**
   * Settings with formulas of the user's may depend on painted numbers: then each step is painted before the
   * next.
   */
  private async followFormulas(): Promise<void> {
    if (!this.hasFormulas) return;
    const { context, notebook, stepper } = this.on;
    this.take(await stepper.halt());
    this.reading = (await notebook.readSettings(context, this.reading)) ?? this.reading;
    this.refuse();
  }

  /** Masks that the sheet draws itself are others after each writing, and the next step takes those. */
  private async followMasks(): Promise<void> {
    const { context, notebook, stepper } = this.on;
    if (!notebook.drawsMasks) return;
    this.take(await stepper.halt());
    await notebook.takeMasks(context);
  }

  /** Whether each step is painted before the next. */
  private get isWatched(): boolean {
    return this.hasFormulas || this.on.notebook.drawsMasks;
  }

  private get hasFormulas(): boolean {
    return this.reading.formulas.some(({ block }) => block.source.kind === 'setting');
  }

  private async answer(): Promise<void> {
    const { pipeline, context, notebook, stepper } = this.on;
    this.take(await stepper.halt());
    const read = () => notebook.readAhead(context);
    const { reading, outcome } = await respondToEdits(context, notebook, pipeline.inbox.take(), read);
    this.reading = reading;
    // The engine is ahead of the cells, so they are written in any case.
    await this.paint({ ...outcome, still: false });
    this.refuse();
  }

  private refuse(): void {
    refuseProblems(this.reading, ({ block }) => block !== IMAGE);
  }
}
