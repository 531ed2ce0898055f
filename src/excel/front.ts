import { ifItFails } from './takeBack';

/**
 * Excel for Windows and Mac refuses some calls while another workbook is in front of the notebook's: adding, deleting and
 * activating sheets, freezing panes, selecting cells (OfficeDev/office-js#771, #5319).
 */

/** How long to wait before asking again whether the workbook is in front, in ms. */
const FRONT_PAUSE = 500;

const NEED_THE_FRONT =
  /^(Worksheet\.(activate|delete)|WorksheetCollection\.add|WorksheetFreezePanes\.|Range\.select|Workbook\.get(ActiveCell|SelectedRange))/;

/** Whether a request was refused because another workbook is in front. */
export function isInBackground(error: unknown): boolean {
  const { code, debugInfo } = error as Partial<OfficeExtension.Error>;
  if (code === 'InactiveWorkbook' || code === 'InvalidSelection') return true;
  return code === 'GeneralException' && NEED_THE_FRONT.test(debugInfo?.errorLocation ?? '');
}

/** The rows and columns of a sheet to freeze. */
export interface Frozen {
  readonly rows?: number;
  readonly columns?: number;
}

/**
 * Queues new sheets, and which of their panes to freeze. Everything that Excel refuses in the background
 * comes first in one request, so that nothing is drawn if it is refused. If a later request fails, they are
 * deleted again, so that nothing stays half-drawn.
 * @param wanted with names that no sheet has
 */
export function addSheets(
  context: Excel.RequestContext,
  wanted: readonly { readonly name: string; readonly frozen: Frozen }[],
): Excel.Worksheet[] {
  const { worksheets } = context.workbook;
  ifItFails(context, ({ workbook }, error) => {
    // Somebody has just given one of the names to a sheet of theirs.
    if ((error as Partial<OfficeExtension.Error>).code === 'ItemAlreadyExists') return;
    for (const { name } of wanted) workbook.worksheets.getItemOrNullObject(name).delete();
  });
  return stayingAt(context, () => {
    const sheets = wanted.map(({ name }) => worksheets.add(name));
    for (const [index, { frozen }] of wanted.entries()) freeze(sheets[index], frozen);
    return sheets;
  });
}

/** Queues what may activate another sheet, and then the return to the active one. */
export function stayingAt<Result>({ workbook }: Excel.RequestContext, queue: () => Result): Result {
  const active = workbook.worksheets.getActiveWorksheet();
  const result = queue();
  // In the background, freezing panes activates a sheet (OfficeDev/office-js#3148).
  active.activate();
  return result;
}

/** Queues freezing of panes. May activate the sheet. */
export function freeze(sheet: Excel.Worksheet, { rows = 0, columns = 0 }: Frozen): void {
  if (rows && columns) sheet.freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, rows, columns));
  else if (rows) sheet.freezePanes.freezeRows(rows);
  else if (columns) sheet.freezePanes.freezeColumns(columns);
}

/**
 * Sends what is queued, and activates a sheet if the workbook is in front; in the background the sheet is
 * drawn but not activated.
 */
export async function showSheet(context: Excel.RequestContext, sheet: string): Promise<void> {
  await context.sync();
  context.workbook.worksheets.getItem(sheet).activate();
  await context.sync().catch((error: unknown) => {
    if (!isInBackground(error)) throw error;
  });
}

/**
 * Sends one request that must not be skipped, as soon as the workbook is in front.
 * @param queue queues the whole request; nothing else may be queued
 * @param tell is called if it has to wait
 */
export async function onceInFront(
  context: Excel.RequestContext,
  queue: () => void | Promise<void>,
  tell: () => void,
): Promise<void> {
  for (;;) {
    await queue();
    try {
      // eslint-disable-next-line office-addins/no-context-sync-in-loop -- the same request, until Excel takes it
      await context.sync();
      return;
    } catch (error) {
      if (!isInBackground(error)) throw error;
    }
    tell();
    await new Promise((resolve) => setTimeout(resolve, FRONT_PAUSE));
  }
}
