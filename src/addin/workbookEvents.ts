import { inWorkbook } from '../excel/context';
import { sheetOf } from '../excel/place';
import type { Edit } from '../excel/watch';
import { answerEdits } from './answerEdits';
import { Edits } from './edits';
import { NotebookError } from './faults';
import type { Handling } from './handling';

/** What happens when a person edits, activates or deletes sheets of notebooks. */
export class WorkbookEvents {
  constructor(private readonly handling: Handling) {}

  edited(edit: Edit): void {
    const { shelf, runner } = this.handling;
    // Another notebook is looked at as a whole when it comes in front.
    if (!shelf.current || shelf.recordOf(edit.worksheetId) !== shelf.current.record) return;
    shelf.current.heard(edit);
    runner.hear(edit);
    // A run looks at edits between its steps; otherwise edits that come in a burst are answered together.
    if (!runner.isRunning && runner.edits.length === 1) void this.answerEdits();
  }

  moved(worksheetId: string): void {
    const { current } = this.handling.shelf;
    if (current && this.handling.shelf.recordOf(worksheetId) === current.record) current.doubt();
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
    if (shelf.isBehind) void this.takeInFront();
  }

  /** Recompute after edits; what was typed over in computed cells is put back. */
  private answerEdits(): Promise<void> {
    const { handling } = this;
    let edits: Edit[] | undefined;
    const taken = () => (edits ??= handling.runner.edits.splice(0));
    return handling
      .updateQuickly((notebook, reading, context) => {
        const own = new Edits(notebook, reading, taken());
        own.honour();
        return answerEdits(context, notebook, reading, own);
      })
      .then(() => void taken());
  }

  private takeInFront(): Promise<void> {
    const { handling } = this;
    return handling.perform(() =>
      inWorkbook(async (context) => handling.begin(await handling.shelf.takeInFront(context))),
    );
  }
}
