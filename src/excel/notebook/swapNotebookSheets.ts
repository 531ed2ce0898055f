import { SUFFIX } from '../../notebook/layout/planNotebook';
import { SHEET_KEYS } from '../../notebook/sheet/plan';
import { onceInFront } from '../front';
import { keepWhatIsDone } from '../takeBack';
import { freeTitle } from '../sheetTitles';
import type { NotebookRecord, Place } from './notebookRecord';

/** Queues a look at cells, in the request that goes on to delete them. @returns call it when that request was answered */
export type LastLook = (context: Excel.RequestContext) => Promise<() => void>;

/**
 * Replaces the sheets of a notebook with those of another that is already drawn: the old sheets are deleted,
 * the new ones take their names and position. One request, once everything new is there.
 * @param tell is called if it has to wait until the workbook is in front
 * @param lastLook at the old sheets: a person could type into them until now
 */
export async function replaceSheets(
  context: Excel.RequestContext,
  old: NotebookRecord,
  drawn: NotebookRecord,
  tell: () => void,
  lastLook?: LastLook,
): Promise<NotebookRecord> {
  const { worksheets } = context.workbook;
  const going = SHEET_KEYS.flatMap((key) => old.place[key] ?? []);
  const sheets = going.map((id) => worksheets.getItemOrNullObject(id));
  for (const sheet of sheets) sheet.load('id,name,position');
  await context.sync();
  const there = sheets.filter((sheet) => !sheet.isNullObject);
  const title = await freeTitle(
    context,
    there[0]?.name ?? old.names.values,
    there.map(({ name }) => name),
  );
  const position = Math.min(...there.map((sheet) => sheet.position));
  const names = { ...drawn.names } as Record<keyof Place, string>;
  for (const key of SHEET_KEYS) names[key] = title + SUFFIX[key];
  const swap = () => {
    for (const { id } of there) worksheets.getItemOrNullObject(id).delete();
    for (const [index, key] of SHEET_KEYS.entries()) {
      const id = drawn.place[key];
      if (id === undefined) continue;
      const sheet = worksheets.getItem(id);
      sheet.name = names[key];
      if (Number.isFinite(position)) sheet.position = position + index;
    }
  };
  const swapAfter = async (look?: LastLook) => {
    let answered: (() => void) | undefined;
    const queue = async () => {
      answered = await look?.(context);
      swap();
    };
    await onceInFront(context, queue, tell);
    answered?.();
  };
  const areThere = () => areAllThere(context, there).catch(() => false);
  // Done half, it is done once more, for deleted sheets do not come back.
  await swapAfter(lastLook)
    .catch(async () => swapAfter((await areThere()) ? lastLook : undefined))
    .catch(async (error: unknown) => {
      if (!(await areThere())) keepWhatIsDone(context);
      throw error;
    });
  keepWhatIsDone(context);
  // The new notebook may have other blocks; whole sheets of formulas stay formulas.
  const formulas = old.formulas?.filter((each) => !each.includes(' '));
  return { ...drawn, names, extras: old.extras, formulas };
}

async function areAllThere(
  context: Excel.RequestContext,
  sheets: readonly Excel.Worksheet[],
): Promise<boolean> {
  const now = sheets.map(({ id }) => context.workbook.worksheets.getItemOrNullObject(id));
  for (const sheet of now) sheet.load('id');
  await context.sync();
  return now.every((sheet) => !sheet.isNullObject);
}
