import { activeSheetId, inWorkbook } from '../../../excel/context';
import type { NotebookRecord } from '../../../excel/notebook/notebookRecord';
import { insist } from '../../../excel/takeBack';
import { copiedTable } from '../../../excel/sheets/model/copiedTable';
import { faultTexts } from '../../../texts/addin/faults';
import { buildTexts } from '../../../texts/addin/model';
import { workbookTexts } from '../../../texts/addin/workbook';
import { NotebookError } from '../../faults';
import type { LiveNotebook } from '../../workbook/notebook/liveNotebook';
import type { Pipeline, Work } from '../../workbook/pipeline';
import type { Trainer } from '../../../training/trainer';
import type { LossPoint } from '../../../training/advice/mistakes';
import { respondToEdits } from '../../workbook/edits/respondToEdits';
import { build, drawAgain, WouldLose } from './build';
import type { ReadModel } from './modelTable';
import type { ModelTables } from './modelTables';
import { TypedMeanwhile, type CarriedOver } from './typedMeanwhile';

/** The model tables of the workbook, and what is done with one. */
export interface Models {
  readonly tables: ModelTables;
  /** Reads and counts the table on a sheet, and writes beside its rows what is wrong. */
  recount(context: Excel.RequestContext, sheet: string): Promise<ReadModel | undefined>;
  /** Writes beside its row what turned out to be wrong in a table. */
  mark(context: Excel.RequestContext, refused: ReadModel): Promise<void>;
}

/**
 * Builds what the model table on the active sheet describes, or else the table of the active notebook.
 * @param confirmed whether the user agreed to losing weights
 * @param again does it once the user has agreed
 */
export async function buildOrAsk(
  pipeline: Pipeline,
  models: Models,
  confirmed: boolean,
  again: () => Promise<void>,
): Promise<void> {
  try {
    await inWorkbook((context) => buildActive(context, pipeline, models, confirmed));
  } catch (error) {
    if (!(error instanceof WouldLose)) throw error;
    pipeline.store.set({ question: { text: error.message, yes: buildTexts.build, answer: again } });
  }
}

async function buildActive(
  context: Excel.RequestContext,
  pipeline: Pipeline,
  { tables, recount, mark }: Models,
  confirmed: boolean,
): Promise<void> {
  const { notebooks } = pipeline;
  const front = await activeSheetId(context);
  const copy = tables.has(front) ? undefined : await copiedTable(context, front);
  if (copy !== undefined) throw new NotebookError(buildTexts.copiedTable(copy));
  const record = tables.find(front, notebooks.active?.record);
  const model = record && (await recount(context, record.sheet));
  if (!model) throw new NotebookError(buildTexts.noTable);
  const old = await notebooks.notebookAt(context, model.record.notebook);
  const reading = old && (await pipeline.look(context, old));
  const problem = reading?.problems[0];
  if (problem) throw new NotebookError(buildTexts.notBuilt(problem.message));
  const replaced = old?.record.spec.adopted ? undefined : old;
  const meanwhile = replaced && reading && new TypedMeanwhile(replaced, reading, pipeline.inbox);
  const built = await build(
    { context, notebooks, tell: telling(pipeline), lastLook: meanwhile?.lastLook },
    (refused) => mark(context, refused),
    model,
    old,
    confirmed,
  );
  const curve = replaced === notebooks.active ? pipeline.history.all : undefined;
  const shown = { table: model.record.sheet, ...built };
  const typed = carrying(meanwhile);
  await insist(context, () =>
    show(context, pipeline, tables, { ...shown, replaced: replaced?.record, typed }),
  );
  if (replaced) pipeline.store.set({ undo: () => pipeline.perform(undoing(tables, shown, replaced, curve)) });
}

/** What was typed into the old sheets until they were gone, for the notebook that stands in their place. */
function carrying(meanwhile: TypedMeanwhile | undefined): Shown['typed'] {
  const edits = meanwhile?.take() ?? [];
  return meanwhile && edits.length ? (notebook) => meanwhile.carryOver(edits, notebook) : undefined;
}

/** A notebook that was drawn in place of another, or beside all others. */
interface Shown {
  /** Id of the model table's sheet. */
  readonly table: string;
  readonly record: NotebookRecord;
  /** The numbers with which it was drawn. */
  readonly drawn: Trainer;
  readonly notice?: string;
  readonly replaced?: NotebookRecord;
  /** The curve of the loss that goes on. */
  readonly curve?: readonly LossPoint[];
  /** What was typed into the old sheets meanwhile, for the notebook that stands there now. */
  readonly typed?: (notebook: LiveNotebook) => CarriedOver;
}

/** Makes it the active notebook, and says what was done. */
async function show(
  context: Excel.RequestContext,
  pipeline: Pipeline,
  tables: ModelTables,
  { table, record, drawn, notice, replaced, curve, typed }: Shown,
): Promise<void> {
  const { notebooks } = pipeline;
  const reading = await notebooks.replace(context, replaced, record, drawn);
  pipeline.begin(reading);
  if (curve) pipeline.history.restore(curve);
  tables.bind(context, table, record);
  await context.sync();
  const { active } = notebooks;
  if (reading && active && typed) await answerTyped(context, pipeline, active, typed(active), notice);
  else if (reading && active) await pipeline.finish(context, active, reading, { notice });
  if (replaced) pipeline.rebuilt.send();
}

/** Answers what was typed into the old sheets as if it had been typed into the new ones, and says what has no place there. */
async function answerTyped(
  context: Excel.RequestContext,
  pipeline: Pipeline,
  notebook: LiveNotebook,
  { edits, lost, hasMoved }: CarriedOver,
  notice = '',
): Promise<void> {
  for (const edit of edits) notebook.heard(edit);
  const read = () => pipeline.look(context, notebook, false);
  const { reading, outcome } = await respondToEdits(context, notebook, edits, read);
  const said = [
    notice,
    ...(lost.length
      ? [buildTexts.typedInVain(lost.slice(0, MOST_CELLS), Math.max(0, lost.length - MOST_CELLS))]
      : []),
    ...(hasMoved ? [buildTexts.movedInVain] : []),
  ];
  await pipeline.finish(context, notebook, reading, {
    ...outcome,
    still: false,
    notice: said.filter(Boolean).join(' ') || outcome.notice,
  });
}

/** The most cells listed in a message. */
const MOST_CELLS = 4;

/** The command that brings back the notebook that another was built in place of. */
function undoing(
  tables: ModelTables,
  { table, record: built }: Shown,
  former: LiveNotebook,
  curve?: readonly LossPoint[],
): Work {
  return {
    name: 'Undo',
    isUndo: true,
    whileRunning: 'refuse',
    isForAnySheet: true,
    work: (pipeline) =>
      inWorkbook(async (context) => {
        const { notebooks } = pipeline;
        const { active } = notebooks;
        if (active?.record.place.values !== built.place.values)
          throw new NotebookError(workbookTexts.undoTooLate);
        const replaced = active.record;
        const meanwhile = new TypedMeanwhile(active, await active.read(context), pipeline.inbox);
        const { lastLook } = meanwhile;
        const replacing = { context, notebooks, tell: telling(pipeline), lastLook };
        const record = await drawAgain(replacing, former, replaced);
        const notice = buildTexts.isBack(former.trainer.step);
        const typed = carrying(meanwhile);
        const shown = { table, record, drawn: former.trainer, notice, replaced, curve, typed };
        await insist(context, () => show(context, pipeline, tables, shown));
      }),
  };
}

/** Says that the workbook has to be in front. */
function telling({ store }: Pipeline): () => void {
  return () => store.set({ notice: faultTexts.excel.InactiveWorkbook });
}
