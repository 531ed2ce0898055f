import { toA1 } from '../../notebook/sheet/address';
import type { SheetPlan } from '../../notebook/sheet/plan';
import { untracked } from '../context';
import { BYTES, bytesOfText, type Requests } from '../requests';
import { wordCell } from '../write/cellValue';
import { styleSheet } from '../write/style';
import { colourBlocks } from './draw';

/**
 * Queues the labels that are missing on a sheet, and its formats and colour scales as planned. Widths, and labels that
 * somebody has put into words of their own, stay. On an adopted sheet nothing was drawn, so nothing is.
 *
 * @returns how many labels were missing
 */
export async function repaint(requests: Requests, sheet: Excel.Worksheet, plan: SheetPlan): Promise<number> {
  if (plan.isAdopted) return 0;
  const missing = await missingLabels(requests, sheet, plan);
  for (const { row, column, text } of missing) {
    await requests.room(BYTES.call + bytesOfText(text));
    untracked(sheet.getCell(row, column)).values = [[wordCell(text)]];
  }
  await styleSheet(requests, sheet, plan);
  // Formats are added to those that are there: the old ones go first.
  for (const { rect } of plan.blocks.filter(({ scale, hasBars }) => scale ?? hasBars)) {
    await requests.room(2 * BYTES.call);
    untracked(sheet.getRange(toA1(rect))).conditionalFormats.clearAll();
  }
  await colourBlocks(requests, sheet, plan);
  return missing.length;
}

async function missingLabels(
  requests: Requests,
  sheet: Excel.Worksheet,
  { labels }: SheetPlan,
): Promise<SheetPlan['labels'][number][]> {
  const cells: Excel.Range[] = [];
  for (const { row, column, text } of labels) {
    await requests.room(2 * BYTES.call, BYTES.call + bytesOfText(text));
    const cell = untracked(sheet.getCell(row, column));
    cell.load('values');
    cells.push(cell);
  }
  await requests.send();
  return labels.filter(({ text }, index) => text !== '' && cells[index].values[0][0] === '');
}
