import type { Optimiser } from './optimiser';

const sqrt = Math.sqrt;

/**
 * Smaller steps for weights that have had large gradients (Duchi, Hazan and Singer 2011), as torch.optim.Adagrad:
 *
 *     g <- gradient + λ·w
 *     s <- s + g²
 *     w <- w − learningRate·g / (√s + ε)
 */
export const adagrad: Optimiser = {
  memory: ['secondMoments'],
  uses: ['learningRate', 'epsilon', 'weightDecay'],

  step(weights, gradient, { secondMoments }, { learningRate, epsilon, weightDecay }) {
    for (let i = 0; i < weights.length; i++) {
      const g = gradient[i] + weightDecay * weights[i];
      secondMoments[i] += g * g;
      weights[i] -= (learningRate * g) / (sqrt(secondMoments[i]) + epsilon);
    }
  },
};
