import { inWorkbook } from '../../excel/context';
import { sheetOf } from '../../excel/notebook/notebookRecord';
import type { Edit } from '../../excel/read/watch';
import { rewriteTexts } from '../../excel/write/writer';
import { answerEdits } from './respondToEdits';
import { Edits } from './mergeEdits';
import { NotebookError } from '../faults';
import type { Handling } from './pipeline';

/** What happens when a person edits, activates or deletes sheets of notebooks. */
export class WorkbookEvents {
  constructor(private readonly handling: Handling) {}

  edited(edit: Edit): void {
    const { shelf, runner } = this.handling;
    const notebook = shelf.liveAt(edit.worksheetId);
    // Another notebook is looked at as a whole when it comes in front.
    if (!notebook) return;
    notebook.heard(edit);
    runner.hear(edit);
    // A run looks at edits between its steps; otherwise edits that come in a burst are answered together.
    if (!runner.isRunning && runner.edits.length === 1) void this.answerEdits();
  }

  moved(worksheetId: string): void {
    this.handling.shelf.liveAt(worksheetId)?.doubt();
  }

  /** A run goes on where it is; when it has ended, what is in front then is taken in hand. */
  activated(worksheetId: string): void {
    const { shelf, runner } = this.handling;
    shelf.activate(worksheetId);
    if (shelf.isBehind && !runner.isRunning) void this.takeInFront();
  }

  deleted(worksheetId: string): void {
    const { shelf, runner, store } = this.handling;
    const record = shelf.recordOf(worksheetId);
    const key = record && sheetOf(record, worksheetId);
    if (!record || !key) return;
    shelf.current?.doubt();
    if (key !== 'values') {
      const isNeeded = shelf.current?.record !== record || shelf.current.needs(key);
      const rest = isNeeded ? ' The next Step draws it anew.' : '';
      store.set({ notice: `The sheet '${record.names[key]}' was deleted.${rest}` });
      return;
    }
    runner.stop();
    shelf.drop(record);
    void this.handling.perform(async () => {
      await inWorkbook(async (context) => {
        shelf.save(context);
        this.handling.begin(await shelf.takeInFront(context));
      });
      if (!shelf.current) store.set({ notebook: undefined });
      throw new NotebookError(
        `The sheet '${record.names.values}' was deleted, and with it the notebook. ` +
          'Its other sheets say nothing any more: delete them, too. Press New for another one.',
      );
    });
  }

  /** What had to wait for the end of a run. */
  afterRun(): void {
    const { shelf, runner } = this.handling;
    if (runner.edits.length) void this.answerEdits();
    // A run draws no sheets, such as those of an optimiser that was chosen during it.
    else if (shelf.current?.isIncomplete) void this.handling.updateQuickly(() => ({}));
    if (shelf.isBehind) void this.takeInFront();
  }

  /** Recompute after edits; what was typed over in computed cells is put back. */
  private async answerEdits(): Promise<void> {
    const { handling } = this;
    let edits: Edit[] = [];
    let overtaken: Edit[] = [];
    // Before the cells are read: what is typed from then on is answered next.
    void handling.perform(async () => void (edits = handling.runner.edits.splice(0)));
    await handling.updateQuickly((notebook, reading, context) => {
      const own = new Edits(notebook, reading, edits);
      own.honour();
      overtaken = own.overtakenTexts;
      rewriteTexts(context, overtaken);
      for (const edit of overtaken) notebook.heard(edit);
      return answerEdits(context, notebook, reading, own);
    });
    // They stand there again, and are looked at like any others.
    if (overtaken.length) await handling.updateQuickly(() => ({}));
  }

  private takeInFront(): Promise<void> {
    const { handling } = this;
    return handling.perform(() =>
      inWorkbook(async (context) => handling.begin(await handling.shelf.takeInFront(context))),
    );
  }
}
