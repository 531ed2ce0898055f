import type { LogRow } from '../../training/logRow';
import type { Reading } from '../../excel/read/reading';
import type { Edit } from '../../excel/read/watch';
import { rewriteTexts } from '../../excel/write/writer';
import { answerEdits, IMAGE } from '../workbook/respondToEdits';
import { DivergedError } from '../../training/diverged';
import { Edits } from '../workbook/mergeEdits';
import { explain, notTaken, refuseProblems, refuseWithoutImages } from '../faults';
import { type LiveNotebook } from '../workbook/liveNotebook';
import { worded, type Extra } from '../workbook/writtenCells';
import { Pace, type Stepper, type Stretch, type Until } from '../../training/stepper';

/** What a run asks of the session, and tells it. */
export interface RunListener {
  /** How many steps; it may change on the way. */
  total(): number;
  /** Has Stop been pressed? */
  isStopped(): boolean;
  /** What a person has typed since it was asked last; looking at it does not take it. */
  readonly edits: Edit[];
  /** Have it told when one of these may have changed. @returns how to be told no more */
  onChange(listener: () => void): () => void;
  /** Steps were taken. */
  stepped(stretch: Stretch): void;
  /** Write rows of the log. */
  log(rows: readonly LogRow[]): Promise<void>;
  /** The sheet shows the state after `done` of `total` steps. */
  painted(reading: Reading, done: number, total: number, notice?: string): void;
}

/**
 * Train as many steps as the listener says, repainting now and then. Edits are answered between two steps.
 * However it ends, the sheet then shows the state of the last finished step.
 * @param reading what the cells hold as the run begins
 */
export async function runNotebook(
  context: Excel.RequestContext,
  notebook: LiveNotebook,
  reading: Reading,
  stepper: Stepper,
  listener: RunListener,
): Promise<void> {
  const run = new NotebookRun(context, notebook, reading, stepper, listener);
  try {
    await run.steps();
  } catch (error) {
    await run.halt();
    // The pane is told by whoever began the run.
    await run.paint({ notice: explain(error) }, '');
    throw error;
  } finally {
    await run.log();
  }
}

class NotebookRun {
  private done = 0;
  private rows: LogRow[] = [];

  constructor(
    private readonly context: Excel.RequestContext,
    private readonly notebook: LiveNotebook,
    private reading: Reading,
    private readonly stepper: Stepper,
    private readonly listener: RunListener,
  ) {}

  async steps(): Promise<void> {
    const { stepper, listener } = this;
    const pace = new Pace(stepper);
    this.refuse();
    listener.painted(this.reading, 0, listener.total());
    while (stepper.isGoing || (this.done < listener.total() && !listener.isStopped())) {
      refuseWithoutImages(this.notebook);
      const most = this.hasFormulas ? 1 : listener.total() - this.done;
      this.take(await stepper.advance(most, this.until(pace.nextAt)));
      if (this.hasFormulas || !pace.skips(this.done, listener.total())) await pace.of(() => this.show());
    }
    this.take(await stepper.conclude(this.until(Infinity)));
  }

  /** Wherever it was: the trainer stands at the last finished step that is known here. */
  async halt(): Promise<void> {
    // A worker that breaks only now is asked once more, and gives back what it has been lent.
    const stretch = await this.stepper.halt().catch(() => this.stepper.halt());
    this.take(stretch, { andGoOn: true });
  }

  /** @param told what the pane says, where it is not what the sheet says */
  async paint(extra: Extra = {}, told?: string): Promise<void> {
    await this.notebook.write(this.context, this.reading, extra);
    this.listener.painted(this.reading, this.done, this.listener.total(), told ?? worded(extra.notice));
  }

  /** What epochs that ended left to be logged. */
  async log(): Promise<void> {
    if (this.rows.length) await this.listener.log(this.rows.splice(0));
  }

  private until(paintAt: number): Until {
    const { listener } = this;
    return {
      paintAt,
      isStopped: () => listener.isStopped(),
      isUrgent: () => listener.isStopped() || listener.edits.length > 0,
      onChange: (hear) => listener.onChange(hear),
    };
  }

  private take(stretch: Stretch, { andGoOn = false } = {}): void {
    const { losses, rows, fault } = stretch;
    this.done += losses.length;
    this.rows.push(...rows);
    this.listener.stepped(stretch);
    if (fault === undefined || andGoOn) return;
    throw fault instanceof DivergedError ? notTaken(fault, this.notebook.trainer) : fault;
  }

  private async show(): Promise<void> {
    if (this.listener.edits.length === 0) await this.paint();
    else await this.answer();
    await this.followFormulas();
    await this.log();
  }

  /** Settings that are formulas of a person's may rest on what was painted: then each step is painted before the next. */
  private async followFormulas(): Promise<void> {
    if (!this.hasFormulas) return;
    this.take(await this.stepper.halt());
    this.reading = (await this.notebook.readSettings(this.context, this.reading)) ?? this.reading;
    this.refuse();
  }

  private get hasFormulas(): boolean {
    return this.reading.formulas.some(({ block }) => block.source.kind === 'setting');
  }

  private async answer(): Promise<void> {
    const { context, notebook, listener } = this;
    this.take(await this.stepper.halt());
    const edits = listener.edits.splice(0);
    this.reading = await readEdited(context, notebook, edits);
    const own = new Edits(notebook, this.reading, edits);
    own.take();
    await this.paint(await answerEdits(context, notebook, this.reading, own));
    this.refuse();
  }

  private refuse(): void {
    refuseProblems(this.reading, ({ block }) => block !== IMAGE);
  }
}

/** Read the cells; texts that a repaint went over while they were typed are given back first. */
async function readEdited(
  context: Excel.RequestContext,
  notebook: LiveNotebook,
  edits: readonly Edit[],
): Promise<Reading> {
  const reading = await notebook.read(context);
  const { overtakenTexts } = new Edits(notebook, reading, edits);
  if (overtakenTexts.length === 0) return reading;
  rewriteTexts(context, overtakenTexts);
  return notebook.read(context);
}
