import type { Optimiser } from './optimiser';

const sqrt = Math.sqrt;

/**
 * Running means of the gradient (among the velocities) and of its square, corrected for their start at 0 (Kingma and Ba
 * 2015, arXiv:1412.6980), as torch.optim.Adam:
 *
 *     g <- gradient + λ·w
 *     m <- β₁·m + (1 − β₁)·g
 *     s <- β₂·s + (1 − β₂)·g²
 *     w <- w − learningRate·m̂ / (√ŝ + ε),  m̂ = m / (1 − β₁^t),  ŝ = s / (1 − β₂^t)
 */
export const adam: Optimiser = {
  memory: ['velocities', 'secondMoments'],
  uses: ['learningRate', 'beta1', 'beta2', 'epsilon', 'weightDecay'],

  step(weights, gradient, { velocities, secondMoments }, options, t) {
    const { learningRate, beta1, beta2, epsilon, weightDecay } = options;
    const firstBias = 1 - beta1 ** t;
    const secondBias = 1 - beta2 ** t;
    for (let i = 0; i < weights.length; i++) {
      const g = gradient[i] + weightDecay * weights[i];
      velocities[i] = beta1 * velocities[i] + (1 - beta1) * g;
      secondMoments[i] = beta2 * secondMoments[i] + (1 - beta2) * g * g;
      weights[i] -=
        (learningRate * (velocities[i] / firstBias)) / (sqrt(secondMoments[i] / secondBias) + epsilon);
    }
  },
};
