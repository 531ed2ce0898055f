import { mayBeOver } from '../../../excel/context';
import { RepairError, repairSheet, type Repaired } from '../../../excel/notebook/repairSheet';
import type { Reading } from '../../../excel/read/reading';
import { siteId, sites } from '../../../excel/read/site';
import { SHEET_KEYS, type SheetKey } from '../../../notebook/sheet/plan';
import { repairCommandTexts } from '../../../texts/addin/repair';
import { NotebookError } from '../../faults';
import type { LiveNotebook } from '../../workbook/notebook/liveNotebook';
import type { Pipeline } from '../../workbook/pipeline';

/**
 * Repairs all sheets of the active notebook: what the plan owns is as planned again, and what was typed stays. Blank cells
 * in which the engine knows a number get it back.
 *
 * @throws NotebookError where it cannot be told what was done to a sheet
 */
export async function repairNotebook(pipeline: Pipeline): Promise<void> {
  const did: Repaired[] = [];
  try {
    await repairOnce(pipeline, did);
  } catch (error) {
    if (!mayBeOver(error)) throw error;
    // Whatever of it was done is seen, and the rest is done.
    await repairOnce(pipeline, did);
  }
}

function repairOnce(pipeline: Pipeline, did: Repaired[]): Promise<void> {
  return pipeline.withNotebook(async (context, notebook) => {
    // What was typed last is to be known before anything moves; missing sheets are drawn.
    const before = await pipeline.look(context, notebook);
    try {
      for (const key of SHEET_KEYS.filter((each) => before.isThere(each)))
        did.push(await repairOne(context, notebook, before, key));
    } finally {
      // Where a sheet is refused, those before it are repaired all the same.
      notebook.repaired();
    }
    const reading = await pipeline.look(context, notebook);
    const refilled = notebook.refill.lastKnown(reading).map(({ block }) => block.title);
    const all = sites(notebook.plan).filter(({ block }) => !block.editable);
    const notice = repairCommandTexts.done({
      deleted: did.flatMap(({ deleted }) => deleted),
      inserted: did.flatMap(({ inserted }) => inserted),
      labels: did.reduce((sum, { labels }) => sum + labels, 0),
      refilled,
    });
    await pipeline.finish(context, notebook, reading, { force: new Set(all.map(siteId)), notice });
  });
}

async function repairOne(
  context: Excel.RequestContext,
  notebook: LiveNotebook,
  reading: Reading,
  key: SheetKey,
): Promise<Repaired> {
  const name = reading.nameOf(key);
  const onSheet = (lines: string) => repairCommandTexts.lines(lines, name);
  try {
    const { deleted, inserted, labels } = await repairSheet(
      context,
      reading.sheet(key),
      notebook.plan.sheets[key],
      (block) => notebook.numbers.lastKnown({ key, block }),
    );
    return { deleted: deleted.map(onSheet), inserted: inserted.map(onSheet), labels };
  } catch (error) {
    if (!(error instanceof RepairError)) throw error;
    throw new NotebookError(repairCommandTexts.refused(name, error.message), { cause: error });
  }
}
