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
import type { LossPoint } from '../../../training/advice/mistakes';
import { build, drawAgain, WouldLose } from './build';
import type { ReadModel } from './modelTable';
import type { ModelTables } from './modelTables';

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
  const built = await build(
    context,
    { notebooks, mark: (refused) => mark(context, refused) },
    model,
    old,
    confirmed,
    telling(pipeline),
  );
  const replaced = old?.record.spec.adopted ? undefined : old;
  const curve = replaced === notebooks.active ? pipeline.history.all : undefined;
  const shown = { table: model.record.sheet, record: built.record, notice: built.notice };
  await insist(context, () => show(context, pipeline, tables, { ...shown, replaced: replaced?.record }));
  if (replaced) pipeline.store.set({ undo: () => pipeline.perform(undoing(tables, shown, replaced, curve)) });
}

/** A notebook that was drawn in place of another, or beside all others. */
interface Shown {
  /** Id of the model table's sheet. */
  readonly table: string;
  readonly record: NotebookRecord;
  readonly notice?: string;
  readonly replaced?: NotebookRecord;
  /** The curve of the loss that goes on. */
  readonly curve?: readonly LossPoint[];
}

/** Makes it the active notebook, and says what was done. */
async function show(
  context: Excel.RequestContext,
  pipeline: Pipeline,
  tables: ModelTables,
  { table, record, notice, replaced, curve }: Shown,
): Promise<void> {
  const { notebooks } = pipeline;
  const reading = await notebooks.replace(context, replaced, record);
  pipeline.begin(reading);
  if (curve) pipeline.history.restore(curve);
  tables.bind(context, table, record);
  await context.sync();
  if (reading && notebooks.active) await pipeline.finish(context, notebooks.active, reading, { notice });
  if (replaced) pipeline.rebuilt.send();
}

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
        const replaced = notebooks.active?.record;
        if (replaced?.place.values !== built.place.values) throw new NotebookError(workbookTexts.undoTooLate);
        const record = await drawAgain({ context, notebooks, tell: telling(pipeline) }, former, replaced);
        const notice = buildTexts.isBack(former.trainer.step);
        await insist(context, () =>
          show(context, pipeline, tables, { table, record, notice, replaced, curve }),
        );
      }),
  };
}

/** Says that the workbook has to be in front. */
function telling({ store }: Pipeline): () => void {
  return () => store.set({ notice: faultTexts.excel.InactiveWorkbook });
}
