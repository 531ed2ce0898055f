import type { Optimiser } from './optimiser';

/**
 * Gradient descent with momentum (Polyak 1964), as torch.optim.SGD with momentum=μ:
 *
 *     g <- gradient + λ·w
 *     v <- μ·v + g
 *     w <- w − learningRate·v
 *
 * The learning rate is not part of the velocity, so that changing it takes effect at once.
 */
export const momentum: Optimiser = {
  memory: ['velocities'],
  uses: ['learningRate', 'momentum', 'weightDecay'],

  step(weights, gradient, { velocities }, { learningRate, momentum, weightDecay }) {
    for (let i = 0; i < weights.length; i++) {
      velocities[i] = momentum * velocities[i] + (gradient[i] + weightDecay * weights[i]);
      weights[i] -= learningRate * velocities[i];
    }
  },
};
