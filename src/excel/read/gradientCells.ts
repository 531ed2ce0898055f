import { inspectPlace } from '../../notebook/sheet/inspect';
import type { ValueCell } from '../../notebook/sheet/valueCells';
import type { Reading } from './reading';
import { siteId } from './site';

/** The values of the ∂ cells of some numbers, in one request; undefined where a cell is gone. */
export async function readGradientCells(
  context: Excel.RequestContext,
  reading: Reading,
  valueCells: readonly ValueCell[],
): Promise<unknown[]> {
  const { blocks } = reading.plan.sheets.gradients;
  const byName = new Map(blocks.map((block) => [block.name, block]));
  const cells = valueCells.map(({ block, row, column }) => {
    const own = byName.get(block.name);
    const rect = own && reading.found.get(siteId({ key: 'gradients', block: own }))?.rect;
    // If rows were inserted within the block, its cells can no longer be assigned.
    if (!rect || inspectPlace(block, rect)) return undefined;
    const cell = reading
      .sheet('gradients')
      .getCell(rect.row + row * block.jump, rect.column + column * block.jump);
    cell.load('values');
    return cell;
  });
  await context.sync();
  return cells.map((cell) => cell?.values[0][0] as unknown);
}

/** Activates the sheet of a block and selects one of its cells, wherever it has moved. */
export async function selectValueCell(
  context: Excel.RequestContext,
  worksheetId: string,
  { block, row, column }: ValueCell,
): Promise<void> {
  const sheet = context.workbook.worksheets.getItem(worksheetId);
  sheet.activate();
  sheet.names
    .getItem(block.name)
    .getRange()
    .getCell(row * block.jump, column * block.jump)
    .select();
  await context.sync();
}
