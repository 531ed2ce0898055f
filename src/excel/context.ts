// The room excel: everything that is read from the workbook or written to it. Floors: read/, write/, notebook/ (the sheets
// of a notebook as a whole), sheets/ (each sheet that stands beside it). Knows the rooms from engine to training.

/** How long to wait, where Excel itself cannot, before asking again whether a cell is still being edited, in ms. */
const CELL_EDIT_PAUSE = 300;

/**
 * The one door to `Excel.run`: everything that `work` queues goes to the workbook when it syncs, and at its end.
 *
 * While a person is typing into a cell, Excel lets requests with `delayForCellEdit` wait. One without the requirement set
 * DelayForCellEdit refuses them, and does nothing of them: then `work` is begun anew, until its first request is answered.
 * @throws OfficeExtension.Error with InvalidOperationInCellEditMode only when a later request is refused
 */
export async function inWorkbook<T>(work: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  let isAnswered = false;
  for (;;) {
    try {
      return await Excel.run({ delayForCellEdit: true }, (context) => {
        const sync = context.sync.bind(context);
        context.sync = async <R>(passedThrough?: R) => {
          const result = await sync(passedThrough);
          isAnswered = true;
          return result;
        };
        return work(context);
      });
    } catch (error) {
      if (isAnswered || (error as OfficeExtension.Error).code !== 'InvalidOperationInCellEditMode')
        throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, CELL_EDIT_PAUSE));
  }
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
 * Does the add-in start with this workbook? Undefined where Excel has no such thing.
 * https://learn.microsoft.com/office/dev/add-ins/develop/run-code-on-document-open
 */
export async function startsWithWorkbook(): Promise<boolean | undefined> {
  try {
    return (await Office.addin.getStartupBehavior()) === Office.StartupBehavior.load;
  } catch {
    return undefined;
  }
}

/**
 * Have the add-in start with this workbook from now on, so that edits are answered as soon as it is opened; or not. Excel
 * remembers it in the file, and whoever opens that without having the add-in is shown an error: so only if a person asks.
 */
export async function startWithWorkbook(starts: boolean): Promise<void> {
  const { load, none } = Office.StartupBehavior;
  await Office.addin.setStartupBehavior(starts ? load : none);
}
