// The check itself, loaded when it is first asked for.
import { GradientCheck } from '../../../engine/gradientCheck';
import type { Reading } from '../../../excel/read/reading';
import { siteId } from '../../../excel/read/site';
import { columnName } from '../../../notebook/sheet/address';
import { indexOf, type ValueCell } from '../../../notebook/sheet/valueCells';
import { gradientCheckTexts } from '../../../texts/addin/gradientCheck';
import { yieldToEvents } from '../../../training/pacing';
import type { LiveNotebook } from '../../workbook/notebook/liveNotebook';
import type { Progress } from '../../workbook/progress';
import type { CheckedCell } from './gradientReport';

export { reportOf } from './gradientReport';

/** Time between updates of the progress in the pane, when Stop can also take effect, in ms. */
const SLICE_MS = 50;
const REPORT_MS = 250;

/** Checks one number after the other, until Stop is pressed. */
export async function checked(
  { trainer: { network } }: LiveNotebook,
  reading: Reading,
  valueCells: readonly ValueCell[],
  shown: readonly unknown[],
  progress: Progress,
): Promise<CheckedCell[]> {
  const check = new GradientCheck(network);
  const cells: CheckedCell[] = [];
  let [paused, reported] = [performance.now(), performance.now()];
  progress.report('weights', 0, valueCells.length);
  for (const [index, valueCell] of valueCells.entries()) {
    const analytic = shown[index];
    const isNumber = typeof analytic === 'number';
    const found = check.check(valueCell.block.source.tensor, indexOf(valueCell), isNumber ? analytic : NaN);
    cells.push({
      ...found,
      address: addressOf(reading, valueCell),
      title: valueCell.block.title,
      valueCell,
      holds: isNumber ? undefined : heldBy(analytic),
    });
    if (performance.now() - paused < SLICE_MS) continue;
    if (performance.now() - reported > REPORT_MS) {
      progress.report('weights', cells.length, valueCells.length);
      reported = performance.now();
    }
    await yieldToEvents();
    if (progress.isStopped) break;
    paused = performance.now();
  }
  return cells;
}

function addressOf({ plan, found }: Reading, { block, row, column }: ValueCell): string {
  const own = plan.sheets.values.blocks.find(({ name }) => name === block.name)!;
  const { rect } = found.get(siteId({ key: 'values', block: own }))!;
  return `${columnName(rect.column + column * block.jump)}${rect.row + row * block.jump + 1}`;
}

function heldBy(value: unknown): string {
  const texts = gradientCheckTexts.derivativeCell;
  if (value === undefined) return texts.gone;
  return value === '' ? texts.empty : texts.holds(String(value));
}
