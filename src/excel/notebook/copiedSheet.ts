import { NAMES } from '../../notebook/layout/outputs';
import type { NotebookRecord } from './notebookRecord';

/** A sheet that Excel copied from one of a notebook ("Move or Copy…"): its cells have the names, but no record knows it. */
export interface CopiedSheet {
  /** Ids of the copy, and of the value sheet of the notebook. */
  readonly copy: string;
  readonly original: string;
}

/**
 * The notebook that a sheet was copied from, judged by the names of its cells, which Excel copies, too.
 * @param records in the order in which they are taken, where several would do
 * @returns undefined if it is no such copy
 */
export async function findOriginal(
  context: Excel.RequestContext,
  worksheetId: string,
  records: readonly NotebookRecord[],
): Promise<CopiedSheet | undefined> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(worksheetId);
  sheet.load('name');
  sheet.names.load('items/name');
  await context.sync();
  if (sheet.isNullObject) return undefined;
  const names = sheet.names.items.map(({ name }) => name.toLowerCase());
  const alike = records.filter((record) => isOfNotebook(names, record));
  // Excel calls it "Lesson 4 (2)".
  const original = alike.find(({ names: { values } }) => sheet.name.startsWith(values)) ?? alike[0];
  return original && { copy: worksheetId, original: original.place.values };
}

/** Value sheets have the step; gradients and the optimiser's memory stand under the names of the layers' parameters. */
function isOfNotebook(names: readonly string[], { spec: { network } }: NotebookRecord): boolean {
  const learning = network.layers.map(({ name }) => `${name.toLowerCase()}.`);
  return names.some((name) => name === NAMES.step || learning.some((layer) => name.startsWith(layer)));
}

/** The names of a copy and of its original now; undefined once either was deleted. */
export async function namesOfCopied(
  context: Excel.RequestContext,
  { copy, original }: CopiedSheet,
): Promise<{ copy: string; original: string } | undefined> {
  const [one, other] = [copy, original].map((id) => context.workbook.worksheets.getItemOrNullObject(id));
  one.load('name');
  other.load('name');
  await context.sync();
  return one.isNullObject || other.isNullObject ? undefined : { copy: one.name, original: other.name };
}
