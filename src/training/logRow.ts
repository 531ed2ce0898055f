/** A row of the training log: the state of training at one step. */
export interface LogRow {
  readonly step: number;
  readonly epoch: number;
  readonly learningRate: number;
  readonly trainingLoss: number;
  readonly trainingAccuracy: number;
  /** Undefined where there was no validation. */
  readonly validationLoss: number | undefined;
  readonly validationAccuracy: number | undefined;
}
