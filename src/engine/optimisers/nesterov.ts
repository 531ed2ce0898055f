import type { Optimiser } from './optimiser';

/**
 * Nesterov's momentum (Sutskever et al. 2013, "On the importance of initialization and momentum in deep
 * learning"), as torch.optim.SGD with momentum=μ, nesterov=True: the gradient step looks ahead along the
 * velocity.
 *
 *     g <- gradient + λ·w
 *     v <- μ·v + g
 *     w <- w − learningRate·(g + μ·v)
 */
export const nesterov: Optimiser = {
  memory: ['velocities'],
  uses: ['learningRate', 'momentum', 'weightDecay'],

  step(weights, gradient, { velocities }, { learningRate, momentum, weightDecay }) {
    for (let i = 0; i < weights.length; i++) {
      const g = gradient[i] + weightDecay * weights[i];
      velocities[i] = momentum * velocities[i] + g;
      weights[i] -= learningRate * (g + momentum * velocities[i]);
    }
  },
};
