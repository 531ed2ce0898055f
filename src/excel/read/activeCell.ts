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

/** Activates a sheet and selects cells on it. */
export async function selectCells(context: Excel.RequestContext, sheet: string, cells: Rect): Promise<void> {
  const worksheet = context.workbook.worksheets.getItem(sheet);
  worksheet.activate();
  worksheet.getRange(toA1(cells)).select();
  await context.sync();
}
