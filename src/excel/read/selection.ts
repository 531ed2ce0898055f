import type { Corner } from '../sheets/extraSheet';
import { byteBudget } from '../requests';
import { readTexts } from '../../texts/excel/read';

/** What the selected cells hold. */
export interface Selection {
  /** "Sheet1 A1 to ADE100", as a name for what is in them. */
  readonly name: string;
  readonly rows: readonly (readonly unknown[])[];
  /** Their top left cell. */
  readonly corner: Corner;
}

/** More cells than this should be imported from a file. */
const MOST_CELLS = 400_000;

/** Bytes of a cell in an answer: enough for any number, and for most words. */
const CELL_BYTES = 40;

/** Reads the selected cells, as far as they are used. */
export async function readSelection(context: Excel.RequestContext): Promise<Selection> {
  const selected = context.workbook.getSelectedRange();
  const used = selected.getUsedRangeOrNullObject(true);
  used.load('address,rowIndex,columnIndex,rowCount,columnCount,rowHidden');
  await context.sync().catch((error: unknown) => {
    const isSeveral = (error as Partial<OfficeExtension.Error>).code === 'InvalidSelection';
    throw isSeveral ? new SelectionError(readTexts.severalAreas) : error;
  });
  if (used.isNullObject) throw new SelectionError(readTexts.nothingSelected);
  const { rowCount, columnCount, rowHidden } = used;
  // Where all are hidden, somebody has chosen them by their address.
  if (rowHidden === null) throw new SelectionError(readTexts.hiddenRows);
  if (rowCount * columnCount > MOST_CELLS) {
    throw new SelectionError(readTexts.tooManySelected(rowCount * columnCount, MOST_CELLS));
  }
  const rows: unknown[][] = [];
  const together = Math.max(1, Math.floor(byteBudget() / (CELL_BYTES * columnCount)));
  for (let row = 0; row < rowCount; row += together) {
    const part = used
      .getCell(row, 0)
      .getResizedRange(Math.min(together, rowCount - row) - 1, columnCount - 1);
    part.load('values');
    // eslint-disable-next-line office-addins/no-context-sync-in-loop -- a request for so many cells, not for a row
    await context.sync();
    rows.push(...(part.values as unknown[][]));
  }
  const name = used.address.replaceAll(/['$]/g, '').replace('!', ' ').replace(':', ' to ');
  return { name, rows, corner: { row: used.rowIndex, column: used.columnIndex } };
}

/** The selected cells cannot be read. */
export class SelectionError extends Error {}
