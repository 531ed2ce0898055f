// The room excel: everything that is read from the workbook or written to it. Floors: read/, write/, notebook/ (the sheets
// of a notebook as a whole), sheets/ (each sheet that stands beside it). Knows the rooms from engine to training.

/**
 * The one door to `Excel.run`: everything that `work` queues goes to the workbook when it syncs, and at its end.
 * While somebody is typing into a cell it waits, where Excel can, instead of failing.
 */
export function inWorkbook<T>(work: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  return Excel.run({ delayForCellEdit: true }, work);
}

/**
 * Cells that are of use only until the next sync. Excel is not asked to remember them, which would need a request of its
 * own afterwards, to forget them again.
 */
export function untracked<T extends Excel.Range | Excel.RangeAreas>(cells: T): T {
  cells.untrack();
  return cells;
}

export async function activeSheetId(context: Excel.RequestContext): Promise<string> {
  const active = context.workbook.worksheets.getActiveWorksheet();
  active.load('id');
  await context.sync();
  return active.id;
}

/**
 * Have the add-in start with this workbook from now on, so that edits are answered as soon as it is opened.
 * Excel remembers it in the file; hosts without the feature go on starting it by hand.
 */
export async function startWithWorkbook(): Promise<void> {
  await Office.addin.setStartupBehavior(Office.StartupBehavior.load).catch(() => undefined);
}
