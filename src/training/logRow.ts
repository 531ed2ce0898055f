/** A row of the training log: a training at one step. */
export interface LogRow {
  readonly step: number;
  readonly epoch: number;
  readonly learningRate: number;
  readonly trainingLoss: number;
  readonly trainingAccuracy: number;
  /** Undefined where nothing was validated. */
  readonly validationLoss: number | undefined;
  readonly validationAccuracy: number | undefined;
}
