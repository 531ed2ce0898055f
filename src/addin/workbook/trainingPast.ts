import { keepCurve, toKeep } from '../../excel/notebook/keptCurve';
import type { LossPoint } from '../../training/advice/mistakes';
import { Journal } from '../../training/journal/journal';
import type { LogRow } from '../../training/logRow';
import type { Trainer } from '../../training/trainer';
import { loaded } from '../loaded';
import type { JournalKeeper } from './journalKeeper';

/** How a notebook was trained, and what of that is kept in the workbook. */
export class TrainingPast {
  /** From where steps can be taken back. */
  readonly journal: Journal;
  /** Rows of the training log that Excel has not taken yet. */
  readonly unlogged: LogRow[] = [];
  /** How the training went until the last end of an epoch or a run. */
  lastRow?: LogRow;
  private keptCurve: readonly number[];
  private keeper?: JournalKeeper;

  /** @param curve the losses of its steps, as the workbook told them when it was opened */
  constructor(
    private readonly trainer: Trainer,
    public curve: readonly LossPoint[],
  ) {
    this.journal = new Journal(trainer);
    this.keptCurve = toKeep(curve);
  }

  /**
   * Call before steps are taken, or taken back: the journal is then known also from before the workbook was opened, and is
   * kept.
   * @param values id of the value sheet
   */
  async openJournal(context: Excel.RequestContext, values: string): Promise<void> {
    if (this.keeper) return;
    const { JournalKeeper } = await loaded(import('./journalKeeper'));
    this.keeper = await JournalKeeper.for(context, values, this.trainer, this.journal);
  }

  /**
   * Queues keeping the journal, and the losses of the steps, where they are others than before.
   * @param values id of the value sheet
   */
  keep(context: Excel.RequestContext, values: string, points: readonly LossPoint[]): void {
    this.keeper?.keep(context);
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
