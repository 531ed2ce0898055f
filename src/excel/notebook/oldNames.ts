import type { NotebookRecord } from './notebookRecord';

/** How the names of some cells end in workbooks of an earlier add-in, and how they end now. */
const ENDINGS: readonly (readonly [before: string, now: string])[] = [['.deviation', '.standard_deviation']];

/**
 * Give the cells of a notebook the names of today where an earlier add-in has named them: those of input normalisation,
 * which stand on the sheet of the values. What the cells hold stays. Nothing is asked of a notebook that has no such
 * layer.
 */
export async function renameOldNames(context: Excel.RequestContext, record: NotebookRecord): Promise<void> {
  if (!record.spec.network.layers.some(({ type }) => type === 'inputNorm')) return;
  const sheet = context.workbook.worksheets.getItemOrNullObject(record.place.values);
  sheet.names.load('items/name');
  await context.sync();
  if (sheet.isNullObject) return;
  const names = new Set(sheet.names.items.map(({ name }) => name));
  for (const [before, now] of ENDINGS) {
    for (const item of sheet.names.items.filter(({ name }) => name.endsWith(before))) {
      const name = item.name.slice(0, -before.length) + now;
      if (!names.has(name)) sheet.names.add(name, item.getRange());
      item.delete();
    }
  }
  await context.sync();
}
