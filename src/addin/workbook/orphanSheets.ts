import { inWorkbook } from '../../excel/context';
import type { NotebookRecord } from '../../excel/notebook/notebookRecord';
import { SHEET_KEYS } from '../../notebook/sheet/plan';
import { workbookTexts } from '../../texts/addin/workbook';
import type { Pipeline, Work } from './pipeline';

/** Offers to delete what is left of a notebook whose value sheet was deleted: the sheets that nothing computes any more. */
export async function offerToDelete(
  pipeline: Pipeline,
  context: Excel.RequestContext,
  { place, names }: NotebookRecord,
): Promise<void> {
  const ids = SHEET_KEYS.filter((key) => key !== 'values').flatMap((key) => place[key] ?? []);
  const sheets = ids.map((id) => context.workbook.worksheets.getItemOrNullObject(id));
  for (const sheet of sheets) sheet.load('id,name');
  await context.sync();
  const there = sheets.filter(({ isNullObject }) => !isNullObject);
  if (there.length === 0) return;
  const left = there.map(({ id, name }) => ({ id, name }));
  pipeline.store.set({
    question: {
      text: workbookTexts.deleteOrphans(
        names.values,
        left.map(({ name }) => name),
      ),
      yes: workbookTexts.deleteSheets,
      answer: () => pipeline.perform(deletion(left.map(({ id }) => id))),
    },
  });
}

function deletion(ids: readonly string[]): Work {
  return {
    name: workbookTexts.deleteSheets,
    whileRunning: 'wait',
    isForAnySheet: true,
    work: () =>
      inWorkbook(async (context) => {
        for (const id of ids) context.workbook.worksheets.getItemOrNullObject(id).delete();
        await context.sync();
      }),
  };
}
