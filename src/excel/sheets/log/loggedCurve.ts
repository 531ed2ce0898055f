import type { LossPoint } from '../../../training/advice/mistakes';
import { columnsOf, isLog } from './logSheet';

/**
 * The training losses that a log tells of the training that has come to a step; none where its last rows are about another
 * one, before Reset, or where it is gone. (Rows of one before count as its own where they are about fewer steps than its
 * first row: nothing in a log tells them apart.)
 *
 * @param place id of the log's sheet
 */
export async function loggedCurve(
  context: Excel.RequestContext,
  place: string,
  step: number,
): Promise<LossPoint[]> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(place);
  sheet.load('id');
  await context.sync();
  if (sheet.isNullObject) return [];
  const { tables } = sheet;
  tables.load('items/columns/items/name');
  await context.sync();
  const table = tables.items.find(({ columns }) => isLog(columns));
  if (!table) return [];
  const body = table.getDataBodyRange();
  body.load('values');
  await context.sync();
  const columns = columnsOf(table.columns.items.map(({ name }) => name));
  const [steps, losses] = (['step', 'trainingLoss'] as const).map((key) => {
    const at = columns.findIndex((column) => column?.key === key);
    return body.values.map((row: unknown[]) => row[at]);
  });
  const points = steps.flatMap((each, row) =>
    isPoint(each, losses[row]) ? [{ step: each, loss: losses[row] as number }] : [],
  );
  return lastTraining(points, step);
}

const isPoint = (step: unknown, loss: unknown): step is number =>
  typeof step === 'number' && typeof loss === 'number';

/** The rows since steps were counted from 0 last. */
function lastTraining(points: readonly LossPoint[], step: number): LossPoint[] {
  const begin = points.findLastIndex((point, row) => row > 0 && point.step <= points[row - 1].step);
  const last = points.slice(Math.max(0, begin));
  return (last.at(-1)?.step ?? Infinity) <= step ? last : [];
}
