import { keepPart, keptParts } from '../../excel/notebook/journalParts';
import { KeptJournal } from '../../training/journal/keptJournal';
import type { Journal } from '../../training/journal/journal';
import type { Trainer } from '../../training/trainer';

/** Keeps the journal of a notebook in the workbook, so that steps can be taken back when it is opened again. */
export class JournalKeeper {
  private constructor(
    private readonly kept: KeptJournal,
    private readonly values: string,
    /** What the workbook holds; undefined where that is not known. */
    private written?: readonly string[],
  ) {}

  /**
   * Reads what is kept of a notebook, and goes on with it.
   * @param values id of its value sheet
   */
  static async for(
    context: Excel.RequestContext,
    values: string,
    trainer: Trainer,
    journal: Journal,
  ): Promise<JournalKeeper> {
    // Before the first step there is nothing to take back.
    const texts = trainer.step > 0 ? await keptParts(context, values) : undefined;
    const kept = new KeptJournal(trainer, texts);
    journal.keepIn(kept);
    return new JournalKeeper(kept, values, texts);
  }

  /** Queues writing what is not written yet. */
  keep(context: Excel.RequestContext): void {
    const { texts } = this.kept;
    for (const [at, text] of texts.entries())
      if (this.written?.[at] !== text) keepPart(context, this.values, at, text);
    this.written = texts;
  }

  /** What was to be written may not be. */
  lose(): void {
    this.written = undefined;
  }
}
