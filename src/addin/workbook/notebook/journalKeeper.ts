import { keepPart, keptParts } from '../../../excel/notebook/journalParts';
import { Journal } from '../../../training/journal/journal';
import { KeptJournal } from '../../../training/journal/keptJournal';
import type { Trainer } from '../../../training/trainer';

/** The journal of a notebook, kept in the workbook, so that steps can be taken back when it is opened again. */
export class JournalKeeper {
  private constructor(
    readonly journal: Journal,
    private readonly kept: KeptJournal,
    private readonly values: string,
    /** What the workbook holds; undefined where that is not known. */
    private written?: readonly string[],
  ) {}

  /**
   * Reads what is kept of a notebook, and goes on with it.
   * @param values id of its value sheet
   */
  static async for(context: Excel.RequestContext, values: string, trainer: Trainer): Promise<JournalKeeper> {
    // Before the first step there is nothing to take back.
    const texts = trainer.step > 0 ? await keptParts(context, values) : undefined;
    const kept = new KeptJournal(trainer, texts);
    return new JournalKeeper(new Journal(trainer, kept), kept, values, texts);
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

/** The journal of a notebook of which nothing is kept. */
export const journalOf = (trainer: Trainer) => new Journal(trainer);
