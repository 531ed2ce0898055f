import { adam } from './adam';
import type { Optimiser } from './optimiser';

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter 2019, arXiv:1711.05101), as torch.optim.AdamW:
 *
 *     w <- w·(1 − learningRate·λ)
 *     then Adam's step with λ = 0
 */
export const adamW: Optimiser = {
  memory: adam.memory,
  uses: adam.uses,

  step(weights, gradient, memory, options, t) {
    const keep = 1 - options.learningRate * options.weightDecay;
    for (let i = 0; i < weights.length; i++) weights[i] *= keep;
    adam.step(weights, gradient, memory, { ...options, weightDecay: 0 }, t);
  },
};
