import { keepCurve, toKeep } from '../../../excel/notebook/keptCurve';
import type { LossPoint } from '../../../training/advice/mistakes';
import type { Journal } from '../../../training/journal/journal';
import type { LogRow } from '../../../training/logRow';
import type { Trainer } from '../../../training/trainer';
import type { JournalKeeper } from './journalKeeper';

/** How a notebook was trained, and what of that is kept in the workbook. */
export class TrainingPast {
  /** Rows of the training log that Excel has not taken yet. */
  readonly unlogged: LogRow[] = [];
  /** How the training went until the last end of an epoch or a run. */
  lastRow?: LogRow;
  private keptCurve: readonly number[];
  private journal?: Journal;
  private keeper?: JournalKeeper;

  /** @param curve the losses of its steps, as the workbook told them when it was opened */
  constructor(
    private readonly trainer: Trainer,
    public curve: readonly LossPoint[],
  ) {
    this.keptCurve = toKeep(curve);
  }

  /**
   * From where steps can be taken back; undefined where its code cannot be loaded, which is to keep nobody from taking steps.
   * @param values id of the value sheet, for the journal to be kept, and to be known from before the workbook was opened
   */
  async openJournal(context: Excel.RequestContext, values: string | undefined): Promise<Journal | undefined> {
    if (this.journal) return this.journal;
    const code = await import('./journalKeeper').catch(() => undefined);
    if (!code) return undefined;
    const { trainer } = this;
    if (values !== undefined) this.keeper = await code.JournalKeeper.for(context, values, trainer);
    return (this.journal = this.keeper?.journal ?? code.journalOf(trainer));
  }

  /**
   * Queues keeping the journal, and the losses of the steps, where they are others than before.
   * @param values id of the value sheet
   * @param isAlone whether nobody else has the workbook open, who might take steps, too; otherwise the journal waits
   */
  keep(context: Excel.RequestContext, values: string, points: readonly LossPoint[], isAlone: boolean): void {
    if (isAlone) this.keeper?.keep(context);
    const kept = toKeep(points);
    const isKept =
      kept.length === this.keptCurve.length && kept.every((each, at) => each === this.keptCurve[at]);
    if (isKept) return;
    keepCurve(context, values, kept);
    this.keptCurve = kept;
  }

  /** What was to be kept may not be. */
  lose(): void {
    this.keptCurve = [];
    this.keeper?.lose();
  }
}
