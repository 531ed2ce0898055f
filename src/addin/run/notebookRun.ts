import { inWorkbook } from '../../excel/context';
import { isInBackground } from '../../excel/front';
import type { Reading } from '../../excel/read/reading';
import { appendLog, prepareLog } from '../../excel/sheets/log/logSheet';
import { DivergedError } from '../../training/diverged';
import { Pace } from '../../training/pacing';
import type { Stepper, Stretch, Until } from '../../training/stepper';
import { explain, notTaken, refuseProblems, refuseWithoutImages } from '../faults';
import type { LiveNotebook } from '../workbook/liveNotebook';
import { IMAGE } from '../workbook/pageImage';
import type { Pipeline } from '../workbook/pipeline';
import type { Progress } from '../workbook/progress';
import { respondToEdits } from '../workbook/respondToEdits';
import { worded, type Outcome } from '../workbook/writtenCells';
import { workbookTexts } from '../../texts/addin/workbook';
import type { Meter } from './meter';

/** What a run works with. */
export interface RunContext {
  readonly pipeline: Pipeline;
  readonly progress: Progress;
  readonly context: Excel.RequestContext;
  readonly notebook: LiveNotebook;
  readonly stepper: Stepper;
  readonly meter: Meter;
  /** How many steps; it may change on the way. */
  total(): number;
}

/** A run of a notebook: it repaints now and then, and answers edits between two steps. */
export class NotebookRun {
  private done = 0;

  /** @param reading what the cells hold as the run begins */
  constructor(
    private readonly on: RunContext,
    private reading: Reading,
  ) {}

  /** However it ends, the sheet then shows the state of the last finished step. */
  async toTheEnd(): Promise<void> {
    try {
      await this.steps();
    } catch (error) {
      await this.halt();
      // The pipeline informs the pane.
      await this.paint({ notice: explain(error) }, '');
      throw error;
    } finally {
      await this.log();
    }
  }

  private async steps(): Promise<void> {
    const { stepper, progress, notebook, total } = this.on;
    const pace = new Pace(stepper);
    this.refuse();
    refuseWithoutImages(notebook.trainer);
    await this.prepareLog();
    this.publish();
    while (stepper.isGoing || (this.done < total() && !progress.isStopped)) {
      refuseWithoutImages(notebook.trainer);
      const most = this.hasFormulas ? 1 : total() - this.done;
      this.take(await stepper.advance(most, this.until(pace.nextAt)));
      if (this.hasFormulas || !pace.skips(this.done, total())) await pace.of(() => this.show());
    }
    this.take(await stepper.conclude(this.until(Infinity)));
  }

  /** Wherever it was: the trainer stands at the last finished step that is known here. */
  private async halt(): Promise<void> {
    const { stepper } = this.on;
    // A worker that breaks only now is asked once more, and gives back what it has been lent.
    const stretch = await stepper.halt().catch(() => stepper.halt());
    this.take(stretch, { andGoOn: true });
  }

  /** @param paneNotice what the pane says, where it is not what the sheet says */
  private async paint(outcome: Outcome = {}, paneNotice?: string): Promise<void> {
    const { context, notebook, pipeline } = this.on;
    await notebook.write(context, this.reading, outcome);
    pipeline.tellUntold(notebook);
    this.publish(paneNotice ?? worded(outcome.notice));
  }

  private publish(paneNotice?: string): void {
    const { pipeline, progress, notebook, total } = this.on;
    // What was said since the last repaint is to be read, unless nothing is to be said.
    const notice = (paneNotice ?? pipeline.store.get().notice) || undefined;
    pipeline.publish(notebook, this.reading, notice);
    progress.report('steps', this.done, total());
  }

  private async prepareLog(): Promise<void> {
    const { context, notebook } = this.on;
    const { extras, names } = notebook.record;
    this.keepLog(context, await prepareLog(context, extras?.log, names.values));
  }

  /** Log what epochs that ended have left to be logged. What Excel refuses is logged later. */
  private async log(): Promise<void> {
    const { pipeline, notebook } = this.on;
    const rows = notebook.unlogged.splice(0);
    if (rows.length === 0) return;
    try {
      await inWorkbook(async (context) => {
        const { extras, names } = notebook.record;
        this.keepLog(context, await appendLog(context, extras?.log, names.values, rows));
      });
    } catch (error) {
      notebook.unlogged.unshift(...rows);
      if (!isInBackground(error)) throw error;
      pipeline.store.set({ notice: workbookTexts.unlogged(rows.length) });
    }
  }

  private keepLog(context: Excel.RequestContext, log: string | undefined): void {
    const { pipeline, notebook } = this.on;
    const { extras } = notebook.record;
    if (log !== extras?.log) pipeline.keep(context, notebook, { extras: { ...extras, log } });
  }

  private until(paintAt: number): Until {
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

  private take(stretch: Stretch, { andGoOn = false } = {}): void {
    const { pipeline, notebook, meter } = this.on;
    const { losses, rows, fault } = stretch;
    this.done += losses.length;
    notebook.unlogged.push(...rows);
    pipeline.history.add(notebook.trainer, losses);
    meter.add(stretch);
    if (fault === undefined || andGoOn) return;
    throw fault instanceof DivergedError ? notTaken(fault, notebook.trainer) : fault;
  }

  private async show(): Promise<void> {
    if (this.on.pipeline.inbox.isEmpty) await this.paint();
    else await this.answer();
    await this.followFormulas();
    await this.log();
  }

  /** Settings that are formulas of a person's may rest on what was painted: then each step is painted before the next. */
  private async followFormulas(): Promise<void> {
    if (!this.hasFormulas) return;
    const { context, notebook, stepper } = this.on;
    this.take(await stepper.halt());
    this.reading = (await notebook.readSettings(context, this.reading)) ?? this.reading;
    this.refuse();
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
    await this.paint(outcome);
    this.refuse();
  }

  private refuse(): void {
    refuseProblems(this.reading, ({ block }) => block !== IMAGE);
  }
}
