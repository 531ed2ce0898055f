import type { Activation } from '../activations';

/** What each file of this folder exports: one kind of loss, which says how far outputs are from their target. */
export interface Loss {
  /** Fewer units than this say nothing to this loss. */
  readonly leastUnits: number;
  /** What to do about fewer, as a sentence for the person who typed the network; only for losses that want several. */
  readonly fewUnitsAdvice?: string;
  /** The activation that it applies to the outputs before it compares them; unless that is 'none' it expects logits. */
  readonly applies: Activation;
  /** What a unit stands for: "the loss expects one number for each …". */
  readonly unit: string;
  /** @param units outputs of the last layer for one image */
  compile(units: number, buffers: LossBuffers): LossPasses;
}

/** `[batch, units]`, but `losses`, `[batch]`. `logits` are the outputs of the last layer, for every loss. */
export interface LossBuffers {
  logits: Float64Array;
  target: Float64Array;
  probabilities: Float64Array;
  losses: Float64Array;
  /** d(mean of losses over the batch)/d logits. */
  logitGradient: Float64Array;
}

export interface LossPasses {
  /** Fills `probabilities` and `losses`. */
  forward(): void;
  /** Fills `logitGradient`, of the mean of the losses over the batch. */
  backward(): void;
}

/**
 * The gradient of both cross-entropies with respect to their logits z, where p are the probabilities, t the
 * target: (p − t) / batch. For the sigmoid, d/dz [log(1 + e^z) − t·z] = σ(z) − t; for the softmax,
 * d/dz_k [log Σ e^z_j − Σ t_j z_j] = p_k − t_k, given that t sums to 1.
 */
export function crossEntropyGradient({ logitGradient, probabilities, target, losses }: LossBuffers): void {
  const batch = losses.length;
  for (let i = 0; i < logitGradient.length; i++) logitGradient[i] = (probabilities[i] - target[i]) / batch;
}
