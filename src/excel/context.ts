// The room excel: all reading from and writing to the workbook. Floors: read/, write/, notebook/ (the sheets
// of a notebook as a whole), sheets/ (each sheet that stands beside it). Knows the rooms from engine to
// training.
import { forgetQueued, takeBackAll } from './takeBack';

/** Where Excel itself cannot wait for the end of a cell edit: how long to wait before trying again, in ms. */
const CELL_EDIT_PAUSE = 300;

/** The code with which Excel refuses all while a person types into a cell. */
export const TYPING = 'InvalidOperationInCellEditMode';

/** Whether Excel has refused something for a reason that may be over when it is tried again. */
export function mayBeOver(error: unknown): boolean {
  // Only Excel's own errors have a code. While a person types, the whole command waits; what cannot be one undo is done
  // without.
  const { code } = (error ?? {}) as Partial<OfficeExtension.Error>;
  return code !== undefined && code !== TYPING && code !== 'UndoNotSupported';
}

/**
 * Where `Excel.run` is called: everything that `work` queues is sent to the workbook when it syncs, and at its
 * end. If it fails, what `ifItFails` was told is taken back.
 *
 * While a cell is being edited, Excel delays requests with `delayForCellEdit`. Versions without the
 * requirement set DelayForCellEdit refuse them and do nothing: then `work` is started again, until its first
 * request is answered.
 * @throws OfficeExtension.Error with InvalidOperationInCellEditMode only when a later request is refused
 */
export async function inWorkbook<T>(
  work: (context: Excel.RequestContext) => Promise<T>,
  options: Excel.RunOptions = {},
): Promise<T> {
  let isAnswered = false;
  let own: Excel.RequestContext | undefined;
  for (;;) {
    try {
      return await Excel.run({ delayForCellEdit: true, ...options }, (context) => {
        own = context;
        const sync = context.sync.bind(context);
        context.sync = async <R>(passedThrough?: R) => {
          const result = await sync(passedThrough);
          isAnswered = true;
          forgetQueued(context);
          return result;
        };
        return work(context);
      });
    } catch (error) {
      const isTyping = (error as OfficeExtension.Error).code === TYPING;
      if (isAnswered || !isTyping) {
        if (own) await takeBackAll(own, error);
        throw error;
      }
    }
    await new Promise((resolve) => setTimeout(resolve, CELL_EDIT_PAUSE));
  }
}

/**
 * Cells that are needed only until the next sync. Excel does not track them, which would take another request
 * afterwards to release them.
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

/** Whether the workbook has a worksheet of this name. */
export async function isSheetThere(context: Excel.RequestContext, name: string): Promise<boolean> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(name);
  await context.sync();
  return !sheet.isNullObject;
}

/**
 * Whether the add-in starts with this workbook. Undefined where Excel cannot do that.
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
 * Sets whether the add-in starts with this workbook, so that edits are answered as soon as it is opened.
 * Excel stores this in the file, and shows an error to whoever opens it without having the add-in: so only at
 * the user's request.
 */
export async function startWithWorkbook(starts: boolean): Promise<void> {
  const { load, none } = Office.StartupBehavior;
  await Office.addin.setStartupBehavior(starts ? load : none);
}
