import { readNamedCells } from '../../../excel/read/namedCells';
import type { Plan } from '../../../notebook/sheet/plan';
import { workbookTexts } from '../../../texts/addin/workbook';
import { maskBlocks, takeMasks } from '../../../training/drawnMasks';
import type { Trainer } from '../../../training/trainer';
import { NotebookError } from '../../faults';

/** Whether an adopted sheet draws dropout masks itself, anew whenever it is calculated. */
export function drawsMasks({ spec }: Plan): boolean {
  return spec.adopted?.masks !== undefined;
}

/**
 * Has the trainer take the masks that the sheet shows now, and compute with them; one request.
 * @param sheet id of the value sheet
 * @throws NotebookError where they are gone
 */
export async function takeSheetMasks(
  context: Excel.RequestContext,
  sheet: string,
  plan: Plan,
  trainer: Trainer,
): Promise<void> {
  const names = maskBlocks(plan).map(({ name }) => name);
  const cells = await readNamedCells(context, sheet, names);
  const gone = takeMasks(trainer, plan, ({ name }) => cells.get(name));
  if (gone) throw new NotebookError(workbookTexts.maskGone(gone));
}
