import type { Activation } from '../activations';

/** One kind of loss: how far outputs are from their target. What each file of this folder exports. */
export interface Loss {
  /** The fewest outputs for which this loss makes sense. */
  readonly leastUnits: number;
  /** What to do when there are fewer, as a sentence for the user; only for losses that need more than one. */
  readonly fewUnitsAdvice?: string;
  /** The activation it applies to the outputs before comparing; unless 'none', it expects logits. */
  readonly applies: Activation;
  /** What one output stands for, for messages: "the loss expects one number for each …". */
  readonly unit: string;
  /** @param units outputs of the last layer per image */
  compile(units: number, buffers: LossBuffers): LossPasses;
}

/**
 * All arrays `[batch, units]` except `losses`, `[batch]`. `logits` are the outputs of the last layer,
 * whatever the loss.
 */
export interface LossBuffers {
  logits: Float64Array;
  target: Float64Array;
  probabilities: Float64Array;
  losses: Float64Array;
  /** d(mean of losses over the batch)/d logits. */
  logitGradient: Float64Array;
}

export interface LossPasses {
  /** Computes `probabilities` and `losses` from `logits` and `target`. */
  forward(): void;
  /** Computes `logitGradient`, for the mean of the losses over the batch. */
  backward(): void;
}

/**
 * The gradient of both cross-entropies with respect to the logits z, with probabilities p and target t: (p −
 * t) / batch. For the sigmoid, d/dz [log(1 + e^z) − t·z] = σ(z) − t; for the softmax, d/dz_k [log Σ e^z_j − Σ
 * t_j z_j] = p_k − t_k, since t sums to 1.
 */
export function crossEntropyGradient({ logitGradient, probabilities, target, losses }: LossBuffers): void {
  const batch = losses.length;
  for (let i = 0; i < logitGradient.length; i++) logitGradient[i] = (probabilities[i] - target[i]) / batch;
}
