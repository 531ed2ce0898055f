import { toA1, type Rect } from '../../notebook/sheet/address';

/** Selected cells. */
export interface Selected {
  /** Id of their sheet. */
  readonly sheet: string;
  /** Without the sheet: "AD11", or "AD11:AF13,AD38". */
  readonly address: string;
}

/** The active cell. */
export async function activeCell(context: Excel.RequestContext): Promise<Selected> {
  const cell = context.workbook.getActiveCell();
  cell.load('address,worksheet/id');
  await context.sync();
  return { sheet: cell.worksheet.id, address: cell.address.slice(cell.address.lastIndexOf('!') + 1) };
}

/** What is to be in view with selected cells: so many further cells, as a map beside its filter. */
const BESIDE = { rows: 6, columns: 12 };

/** Queues selecting cells of the sheet in front. Excel scrolls no further than it must, which would leave them at the edge. */
export function selectInView(cells: Excel.Range): void {
  cells.getCell(BESIDE.rows, BESIDE.columns).select();
  cells.select();
}

/** Activates a sheet and selects cells on it. */
export async function selectCells(context: Excel.RequestContext, sheet: string, cells: Rect): Promise<void> {
  const worksheet = context.workbook.worksheets.getItem(sheet);
  worksheet.activate();
  selectInView(worksheet.getRange(toA1(cells)));
  await context.sync();
}
