import type { EmbeddedWorkbook } from '../harness';

export interface Logged {
  readonly step: number;
  readonly epoch: number;
  readonly trainingLoss: number;
  readonly validationLoss: number;
  readonly trainingAccuracy: number;
  readonly validationAccuracy: number;
}

/** The last row of a notebook's training log, read from its cells. */
export async function lastLogged(excel: EmbeddedWorkbook, title: string): Promise<Logged> {
  const rows = (await excel.read('A5:G60', `${title} log`)).filter(([step]) => step !== '');
  const [step, epoch, , trainingLoss, validationLoss, trainingAccuracy, validationAccuracy] = rows.at(
    -1,
  ) as number[];
  return { step, epoch, trainingLoss, validationLoss, trainingAccuracy, validationAccuracy };
}
