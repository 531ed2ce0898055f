import { inWorkbook } from '../../../../src/excel/context';
import { appendLog } from '../../../../src/excel/sheets/log/logSheet';
import type { LogRow } from '../../../../src/training/logRow';

/** A row of a log, with one number of each column to be seen. */
export function row(step: number, change: Partial<LogRow> = {}): LogRow {
  return {
    step,
    epoch: step / 100,
    learningRate: 0.05,
    trainingLoss: 2 / (step + 1),
    trainingAccuracy: 0.5,
    validationLoss: 1.25,
    validationAccuracy: 0.974,
    ...change,
  };
}

export function log(
  title: string,
  place: string | undefined,
  ...rows: readonly LogRow[]
): Promise<string | undefined> {
  return inWorkbook((context) => appendLog(context, place, title, rows));
}
