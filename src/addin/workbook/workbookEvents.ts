import { inWorkbook } from '../../excel/context';
import { sheetOf, type NotebookRecord } from '../../excel/notebook/notebookRecord';
import type { Edit } from '../../excel/read/watch';
import type { SheetKey } from '../../notebook/sheet/plan';
import { NotebookError } from '../faults';
import type { Change, Pipeline, Work } from './pipeline';
import { ANSWER_EDITS } from './respondToEdits';

/** What follows when a person edits, activates or deletes sheets of notebooks. */
export class WorkbookEvents {
  constructor(private readonly pipeline: Pipeline) {
    pipeline.released.listen(() => this.catchUp());
  }

  edited(edit: Edit): void {
    const { notebooks, inbox, isRunning } = this.pipeline;
    const notebook = notebooks.liveAt(edit.worksheetId);
    // Another notebook is looked at as a whole when it comes in front.
    if (!notebook) return;
    notebook.heard(edit);
    inbox.put(edit);
    // A run looks into the inbox between its steps.
    if (!isRunning) void this.pipeline.perform(ANSWER_EDITS);
  }

  moved(worksheetId: string): void {
    this.pipeline.notebooks.liveAt(worksheetId)?.doubt();
  }

  /** A run goes on where it is; when it has ended, what is in front then becomes active. */
  activated(worksheetId: string): void {
    const { notebooks, isRunning } = this.pipeline;
    notebooks.activate(worksheetId);
    if (notebooks.isBehind && !isRunning) void this.pipeline.perform(OPEN_IN_FRONT);
  }

  deleted(worksheetId: string): void {
    const { notebooks, store } = this.pipeline;
    const record = notebooks.recordOf(worksheetId);
    const key = record && sheetOf(record, worksheetId);
    if (!record || !key) return;
    notebooks.active?.doubt();
    if (key === 'values') this.lost(record);
    else store.set({ notice: this.companionDeleted(record, key) });
  }

  /** What had to wait for the end of a run. */
  private catchUp(): void {
    const { notebooks, inbox } = this.pipeline;
    if (!inbox.isEmpty) void this.pipeline.perform(ANSWER_EDITS);
    // A run draws no sheets, such as those of an optimiser that was chosen during it.
    else if (notebooks.active?.isIncomplete) void this.pipeline.perform(COMPLETE);
    if (notebooks.isBehind) void this.pipeline.perform(OPEN_IN_FRONT);
  }

  private companionDeleted(record: NotebookRecord, key: SheetKey): string {
    const { active } = this.pipeline.notebooks;
    const isNeeded = active?.record !== record || active.needs(key);
    const rest = isNeeded ? ' The next Step draws it anew.' : '';
    return `The sheet '${record.names[key]}' was deleted.${rest}`;
  }

  /** The sheet of values was deleted: the notebook is one no more. */
  private lost(record: NotebookRecord): void {
    this.pipeline.notebooks.drop(record);
    void this.pipeline.perform({
      name: 'Forget the notebook',
      whileRunning: 'stop',
      async work(pipeline) {
        const { notebooks, store } = pipeline;
        await inWorkbook(async (context) => {
          notebooks.save(context);
          pipeline.begin(await notebooks.openInFront(context));
        });
        if (!notebooks.active) store.set({ notebook: undefined });
        throw new NotebookError(
          `The sheet '${record.names.values}' was deleted, and with it the notebook. ` +
            'Its other sheets say nothing any more: delete them, too. Press New for another one.',
        );
      },
    });
  }
}

/** Draw the sheets that the notebook needs, and that are not there. */
const COMPLETE: Change = { name: 'Complete the notebook', whileRunning: 'wait', change: () => ({}) };

/** Make the notebook in front the active one. */
const OPEN_IN_FRONT: Work = {
  name: 'Open the notebook in front',
  whileRunning: 'wait',
  async work(pipeline) {
    await inWorkbook(async (context) => pipeline.begin(await pipeline.notebooks.openInFront(context)));
  },
};
