/**
 * Excel for Windows and Mac refuses some calls while another workbook is in front of the notebook's: adding, deleting and
 * activating sheets, freezing panes, selecting cells (OfficeDev/office-js#771, #5319).
 */

/** How long to wait before asking again whether the workbook is in front, in ms. */
const FRONT_PAUSE = 500;

const NEED_THE_FRONT =
  /^(Worksheet\.(activate|delete)|WorksheetCollection\.add|WorksheetFreezePanes\.|Range\.select|Workbook\.get(ActiveCell|SelectedRange))/;

/** Was it refused because another workbook is in front? */
export function isInBackground(error: unknown): boolean {
  const { code, debugInfo } = error as Partial<OfficeExtension.Error>;
  if (code === 'InactiveWorkbook' || code === 'InvalidSelection') return true;
  return code === 'GeneralException' && NEED_THE_FRONT.test(debugInfo?.errorLocation ?? '');
}

/** What of a sheet stays in view: so many rows and columns. */
export interface Frozen {
  readonly rows?: number;
  readonly columns?: number;
}

/**
 * Queue new sheets, with what of them stays in view. All that Excel refuses in the background is the beginning of one
 * request, so that nothing at all is drawn when it is refused.
 */
export function addSheets(
  context: Excel.RequestContext,
  wanted: readonly { readonly name: string; readonly frozen: Frozen }[],
): Excel.Worksheet[] {
  const { worksheets } = context.workbook;
  const active = worksheets.getActiveWorksheet();
  const sheets = wanted.map(({ name }) => worksheets.add(name));
  for (const [index, { frozen }] of wanted.entries()) freeze(sheets[index], frozen);
  // Freezing panes activates a sheet in the background (OfficeDev/office-js#3148).
  active.activate();
  return sheets;
}

/** Queue what stays in view. It may activate the sheet. */
export function freeze(sheet: Excel.Worksheet, { rows = 0, columns = 0 }: Frozen): void {
  if (rows && columns) sheet.freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, rows, columns));
  else if (rows) sheet.freezePanes.freezeRows(rows);
  else if (columns) sheet.freezePanes.freezeColumns(columns);
}

/** Send what is queued, and show a sheet if the workbook is in front; in the background it is there all the same. */
export async function showSheet(context: Excel.RequestContext, sheet: string): Promise<void> {
  await context.sync();
  context.workbook.worksheets.getItem(sheet).activate();
  await context.sync().catch((error: unknown) => {
    if (!isInBackground(error)) throw error;
  });
}

/**
 * Send one request that cannot be left undone, as soon as the workbook is in front.
 * @param queue queues all of it; nothing else is waiting
 * @param tell is called when it has to wait
 */
export async function onceInFront(
  context: Excel.RequestContext,
  queue: () => void,
  tell: () => void,
): Promise<void> {
  for (;;) {
    queue();
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
