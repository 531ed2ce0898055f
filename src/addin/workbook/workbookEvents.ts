import { inWorkbook, isSheetThere } from '../../excel/context';
import { sheetOf, type NotebookRecord } from '../../excel/notebook/notebookRecord';
import type { Selected } from '../../excel/read/activeCell';
import type { Edit } from '../../excel/read/watch';
import type { SheetKey } from '../../notebook/sheet/plan';
import { NotebookError } from '../faults';
import { loaded } from '../loaded';
import { ANSWER_EDITS, TAKE_RESTORED } from './edits/answerEdits';
import { FOLLOW_FORMULAS } from './edits/formulasElsewhere';
import { LineEdits } from './edits/lineEdits';
import { FirstLook } from './firstLook';
import { FORGET_CHANGES } from './forgetChanges';
import type { Change, Pipeline, Work } from './pipeline';
import { workbookTexts } from '../../texts/addin/workbook';

/** Responds when the user edits, activates or deletes sheets of notebooks. */
export class WorkbookEvents {
  private readonly lines: LineEdits;
  private readonly firstLook: FirstLook;
  /** Others changed something during a run. */
  private isBehindOthers = false;
  /** What a run had written was undone, perhaps after it had painted for the last time. */
  private isGoneOver = false;

  constructor(private readonly pipeline: Pipeline) {
    this.lines = new LineEdits(pipeline);
    this.firstLook = new FirstLook(pipeline.notebooks);
    pipeline.released.listen(() => this.catchUp());
    pipeline.untold.listen((edit) => this.edited(edit));
  }

  edited(edit: Edit): void {
    const { notebooks, inbox, isRunning } = this.pipeline;
    const notebook = notebooks.liveAt(edit.worksheetId);
    notebook?.heard(edit);
    if (edit.isRemote) return this.changedElsewhere();
    // Another notebook is read as a whole when its sheet is activated.
    if (!notebook && !notebooks.isComing(edit.worksheetId)) return this.followFormulas();
    inbox.put(notebook?.echoes.dated(edit) ?? edit);
    // A run handles the inbox between its steps.
    if (!isRunning) void this.pipeline.perform(ANSWER_EDITS);
    if (edit.deed && notebook) this.lines.hear(edit, notebook);
  }

  /** Cells of other sheets changed: a run asks formulas by itself, whenever it paints. */
  private followFormulas(): void {
    const { notebooks, isRunning } = this.pipeline;
    if (!isRunning && notebooks.active?.holdsOwnFormulas) void this.pipeline.perform(FOLLOW_FORMULAS);
  }

  /** If both add-ins wrote a response, each would be an edit to the other, and interrupt its runs. */
  private changedElsewhere(): void {
    this.pipeline.notebooks.hasCoauthors = true;
    this.isBehindOthers = this.pipeline.isRunning;
    if (!this.isBehindOthers) void this.pipeline.perform(TAKE_IN);
  }

  /** The add-in wrote, which is no news, or a person undid or redid that. */
  rewritten(edit: Edit): void {
    const { notebooks, inbox, isRunning, isStepping } = this.pipeline;
    const notebook = notebooks.liveAt(edit.worksheetId);
    if (!notebook || notebook.echoes.isEcho(edit)) return;
    // A run goes over whatever is undone in it; what it paints is ahead of what such an event is about.
    if (isStepping) {
      notebook.echoes.goOver(edit);
      this.isGoneOver = true;
      return;
    }
    notebook.heard(edit);
    inbox.put(edit);
    if (!isRunning) void this.pipeline.perform(TAKE_RESTORED);
  }

  selected(selected: Selected): void {
    const { notebooks, isRunning } = this.pipeline;
    const mayHaveChosen = notebooks.liveAt(selected.sheet)?.select(selected) ?? false;
    // A run checks the settings whenever it paints.
    if (mayHaveChosen && !isRunning) void this.pipeline.perform(LOOK_AGAIN);
  }

  moved(worksheetId: string): void {
    this.pipeline.notebooks.liveAt(worksheetId)?.markStale();
  }

  /** A run continues on its notebook; when it ends, the notebook of the active sheet becomes active. */
  activated(worksheetId: string): void {
    const { notebooks, isRunning } = this.pipeline;
    notebooks.activate(worksheetId);
    if (notebooks.isBehind && !isRunning) void this.pipeline.perform(OPEN_AT_ACTIVE_SHEET);
    // It may be of a notebook of theirs, whose record was stored without any event.
    else if (notebooks.hasCoauthors && !notebooks.recordOf(worksheetId)) this.changedElsewhere();
    if (notebooks.liveAt(worksheetId)) this.followFormulas();
    // Where Excel refuses, a look at the blank beginning is worth no message.
    void this.firstLook.at(worksheetId).catch(() => undefined);
    if (notebooks.strangeSheet !== undefined) void this.pipeline.perform(LOOK_FOR_COPY);
  }

  deleted(worksheetId: string, isRemote: boolean): void {
    const { notebooks, store } = this.pipeline;
    const record = notebooks.recordOf(worksheetId);
    const key = record && sheetOf(record, worksheetId);
    if (!record || !key || notebooks.isGone(record)) return;
    notebooks.active?.markStale();
    if (key === 'values') this.lost(record, isRemote);
    else if (key === 'changes' && notebooks.active?.record === record)
      void this.pipeline.perform(FORGET_CHANGES);
    else store.set({ notice: this.companionDeleted(record, key) });
  }

  /** Does what had to wait for the end of a run. */
  private catchUp(): void {
    const { notebooks, inbox } = this.pipeline;
    const isOwn = inbox.waiting.every((edit) => edit.isOwn);
    if (!inbox.isEmpty) void this.pipeline.perform(isOwn ? TAKE_RESTORED : ANSWER_EDITS);
    // A run draws no sheets, such as those for an optimiser chosen during it.
    else if (notebooks.active?.isIncomplete) void this.pipeline.perform(COMPLETE);
    if (this.isGoneOver && notebooks.active) void this.pipeline.perform(GO_OVER);
    this.isGoneOver = false;
    if (this.isBehindOthers) this.changedElsewhere();
    if (notebooks.isBehind) void this.pipeline.perform(OPEN_AT_ACTIVE_SHEET);
  }

  private companionDeleted(record: NotebookRecord, key: SheetKey): string {
    const { active } = this.pipeline.notebooks;
    const isNeeded = active?.record !== record || active.needs(key);
    const sheet = record.names[key]!;
    const held = workbookTexts.held[key];
    return isNeeded ? workbookTexts.neededSheetDeleted(sheet, held) : workbookTexts.sheetDeleted(sheet, held);
  }

  /** Removes a notebook whose value sheet was deleted. */
  private lost(record: NotebookRecord, isRemote: boolean): void {
    this.pipeline.notebooks.drop(record);
    void this.pipeline.perform({
      name: 'Forget the notebook',
      whileRunning: 'stop',
      isForAnySheet: true,
      async work(pipeline) {
        const { notebooks, store } = pipeline;
        let isRebuilt = false;
        await inWorkbook(async (context) => {
          if (isRemote) {
            pipeline.begin(await notebooks.takeInRecords(context));
            isRebuilt = await isSheetThere(context, record.names.values);
            return;
          }
          notebooks.save(context);
          pipeline.begin(await notebooks.openAtActiveSheet(context));
          const { offerToDelete } = await loaded(import('./orphanSheets'));
          await offerToDelete(pipeline, context, record);
        });
        if (!notebooks.active) store.set({ notebook: undefined });
        // A co-author built another in its place.
        if (isRebuilt) return;
        throw new NotebookError(workbookTexts.notebookDeleted(record.names.values));
      },
    });
  }
}

/** Draws missing sheets of the notebook. */
const COMPLETE: Change = { name: 'Complete the notebook', whileRunning: 'wait', change: () => ({}) };

/** Writes again what was undone while a run went over it. */
const GO_OVER: Work = {
  name: 'Write again what was undone',
  whileRunning: 'wait',
  once: true,
  isUnasked: true,
  async work(pipeline) {
    const { notice, undo } = pipeline.store.get();
    await pipeline.withNotebook(async (context, notebook) => {
      await pipeline.finish(context, notebook, await pipeline.look(context, notebook), {});
    });
    // What was said stays to be read, with its button.
    pipeline.store.set({ notice, undo });
  },
};

/** Reads a co-author's change without writing: the add-in of whoever made it responds. */
const TAKE_IN: Work = {
  name: 'Take in the changes of others',
  whileRunning: 'wait',
  once: true,
  isUnasked: true,
  async work(pipeline) {
    const { notebooks, store } = pipeline;
    const { notice } = store.get();
    await inWorkbook(async (context) => {
      pipeline.begin(await notebooks.takeInRecords(context));
      if (notebooks.isBehind) pipeline.begin(await notebooks.openAtActiveSheet(context, false));
    });
    if (!notebooks.active) return;
    await pipeline.withNotebook(async (context, notebook) => {
      pipeline.publish(notebook, await notebook.look(context, false), notice);
    });
  },
};

/** Checks whether cells changed without an event, and handles it. */
const LOOK_AGAIN: Work = {
  name: 'Read the sheets again',
  whileRunning: 'wait',
  once: true,
  isUnasked: true,
  async work(pipeline) {
    await pipeline.withNotebook(async (context, notebook) => {
      await pipeline.look(context, notebook);
      pipeline.tellUntold(notebook);
    });
  },
};

/** Makes the notebook of the active sheet the active one. */
const OPEN_AT_ACTIVE_SHEET: Work = {
  name: 'Open the notebook of the active sheet',
  whileRunning: 'wait',
  isUnasked: true,
  async work(pipeline) {
    await inWorkbook(async (context) => {
      const reading = await pipeline.notebooks.openAtActiveSheet(context);
      // Messages about a notebook that was just made or built stay: it is the active one by now.
      if (reading) pipeline.dismiss();
      pipeline.begin(reading);
    });
  },
};

/** Finds out whether the active sheet was copied from one of a notebook. */
const LOOK_FOR_COPY: Work = {
  name: 'Look at the active sheet',
  whileRunning: 'wait',
  once: true,
  isUnasked: true,
  work: ({ copies }) => copies.look(),
};
