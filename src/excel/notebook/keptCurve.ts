import type { LossPoint } from '../../training/advice/mistakes';
import { queueWithNext } from '../takeBack';

/** Of a longer curve every second point is kept, or every third and so on: it is drawn small. */
const MOST_KEPT = 200;
/** Significant digits of a loss that is kept. */
const DIGITS = 6;

const settingOf = (values: string) => `cellvolution.curve.${values}`;

/**
 * What of a curve is kept in the workbook, as a list of steps and losses in turn: the last point, and so many of the
 * others as are seen; nothing of a single point.
 */
export function toKeep(points: readonly LossPoint[]): number[] {
  if (points.length < 2) return [];
  const stride = Math.ceil(points.length / MOST_KEPT);
  const last = points.length - 1;
  return points
    .filter((_, index) => (last - index) % stride === 0)
    .flatMap(({ step, loss }) => [step, Number(loss.toPrecision(DIGITS))]);
}

/**
 * Queues keeping the curve of a notebook in the workbook, for the pane to draw when it is opened again.
 * @param values id of the notebook's value sheet
 * @param kept of `toKeep`; empty to keep nothing
 */
export function keepCurve(context: Excel.RequestContext, values: string, kept: readonly number[]): void {
  queueWithNext(context, () => {
    const { settings } = context.workbook;
    if (kept.length) settings.add(settingOf(values), kept);
    else settings.getItemOrNullObject(settingOf(values)).delete();
  });
}

/** The curve that was kept of a notebook; empty where there is none, or somebody else has written something there. */
export async function keptCurve(context: Excel.RequestContext, values: string): Promise<LossPoint[]> {
  const setting = context.workbook.settings.getItemOrNullObject(settingOf(values));
  setting.load('value');
  await context.sync();
  return setting.isNullObject ? [] : pointsOf(setting.value);
}

/** Anything but numbers is nobody's curve. */
function pointsOf(kept: unknown): LossPoint[] {
  if (!Array.isArray(kept) || !kept.every(Number.isFinite)) return [];
  const numbers = kept as number[];
  return numbers.flatMap((step, index) => (index % 2 ? [] : [{ step, loss: numbers[index + 1] }]));
}
