import { SUFFIX } from '../notebook/plan';

/**
 * The one door to `Excel.run`: everything that `work` queues goes to the workbook when it syncs, and at its end.
 * While somebody is typing into a cell it waits, where Excel can, instead of failing.
 */
export function inWorkbook<T>(work: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  return Excel.run({ delayForCellEdit: true, ...(undoGroups && { mergeUndoGroup: true }) }, work);
}

let undoGroups = false;

/** From now on one command is one Ctrl+Z, where Excel can do that (ExcelApi 1.20); elsewhere nothing changes. */
export async function groupUndo(): Promise<void> {
  if (!Office.context.requirements.isSetSupported('ExcelApi', '1.20')) return;
  try {
    await Excel.run({ mergeUndoGroup: true }, async (context) => {
      context.workbook.load('name');
      await context.sync();
    });
    undoGroups = true;
  } catch {
    // Some builds know the requirement set and refuse the option.
  }
}

/** Send what `queue` queues as one request, and have the screen change once. */
export async function paint(context: Excel.RequestContext, queue: () => void): Promise<void> {
  context.application.suspendScreenUpdatingUntilNextSync();
  queue();
  await context.sync();
}

export async function activeSheetId(context: Excel.RequestContext): Promise<string> {
  const active = context.workbook.worksheets.getActiveWorksheet();
  active.load('id');
  await context.sync();
  return active.id;
}

/** "Lesson 4", or "Lesson 4 (2)" and so on when sheets of that name, or of its gradients, are there. */
export async function freeTitle(context: Excel.RequestContext, wanted: string): Promise<string> {
  const { worksheets } = context.workbook;
  worksheets.load('items/name');
  await context.sync();
  const taken = new Set(worksheets.items.map(({ name }) => name.toLowerCase()));
  const isFree = (title: string) =>
    Object.values(SUFFIX).every((suffix) => !taken.has((title + suffix).toLowerCase()));
  let title = wanted;
  for (let count = 2; !isFree(title); count++) title = `${wanted} (${count})`;
  return title;
}
