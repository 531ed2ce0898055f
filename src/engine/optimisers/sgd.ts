import { kernelsFor } from '../kernels/kernelInstance';
import type { Optimiser } from './optimiser';

/**
 * Stochastic gradient descent, as torch.optim.SGD (Robbins and Monro 1951):
 *
 *     g <- gradient + λ·w
 *     w <- w − learningRate·g
 */
export const sgd: Optimiser = {
  memory: [],
  uses: ['learningRate', 'weightDecay'],

  step(weights, gradient, _memory, { learningRate, weightDecay }) {
    const kernels = kernelsFor(weights, gradient);
    if (kernels) {
      kernels.descend(weights.byteOffset, gradient.byteOffset, weights.length, learningRate, weightDecay);
      return;
    }
    for (let i = 0; i < weights.length; i++) {
      weights[i] -= learningRate * (gradient[i] + weightDecay * weights[i]);
    }
  },
};
