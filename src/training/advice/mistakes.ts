/** The batch loss after a step. */
export interface LossPoint {
  readonly step: number;
  readonly loss: number;
}

/** A mistake that learners make, with the cells in which to mend it. */
export type Advice =
  /** No unit of a layer with ReLU answers to any image of the batch. */
  | { readonly about: 'deadRelu'; readonly layer: string; readonly tensor: string }
  /** Filters or units of a layer hold the same weights, and always will. */
  | { readonly about: 'symmetry'; readonly layer: string; readonly tensor: string; readonly count: number }
  /** A batch norm has one number of each channel: it makes 0 of it. */
  | { readonly about: 'loneNorm'; readonly layer: string; readonly setting: 'batchSize' }
  /** @param share by which share of their size a step moves the weights of a layer */
  | {
      readonly about: 'rateTooHigh';
      readonly layer: string;
      readonly share: number;
      readonly setting: 'learningRate';
    }
  | { readonly about: 'rateTooLow'; readonly share: number; readonly setting: 'learningRate' }
  | { readonly about: 'lossUp'; readonly from: number; readonly to: number; readonly setting: 'learningRate' }
  | {
      readonly about: 'lossStill';
      readonly steps: number;
      readonly loss: number;
      readonly setting: 'learningRate';
    }
  | { readonly about: 'unscaled'; readonly greatest: number; readonly tensor: 'input' }
  | { readonly about: 'oneClassInBatch'; readonly label: string; readonly setting: 'batchSize' }
  | { readonly about: 'oneClass'; readonly label: string; readonly tensor: 'target' }
  | {
      readonly about: 'overfitting';
      readonly training: number;
      readonly validation: number;
      readonly setting: 'validationShare';
    };
