import type { NotebookRecord } from './notebookRecord';

/** Endings of cell names as an earlier version of the add-in wrote them, and today's. */
const ENDINGS: readonly (readonly [before: string, now: string])[] = [['.deviation', '.standard_deviation']];

/**
 * Renames the cells that an earlier version of the add-in named differently: those of input normalisation, on
 * the value sheet. Their contents stay. A notebook without such a layer costs no request.
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
