import type { Optimiser } from './optimiser';

const sqrt = Math.sqrt;

/**
 * Gradients divided by their recent root mean square (Tieleman and Hinton 2012, Coursera lecture 6e), as
 * torch.optim.RMSprop with alpha=ρ and neither momentum nor centring:
 *
 *     g <- gradient + λ·w
 *     s <- ρ·s + (1 − ρ)·g²
 *     w <- w − learningRate·g / (√s + ε)
 */
export const rmsProp: Optimiser = {
  memory: ['secondMoments'],
  uses: ['learningRate', 'decay', 'epsilon', 'weightDecay'],

  step(weights, gradient, { secondMoments }, { learningRate, decay, epsilon, weightDecay }) {
    for (let i = 0; i < weights.length; i++) {
      const g = gradient[i] + weightDecay * weights[i];
      secondMoments[i] = decay * secondMoments[i] + (1 - decay) * g * g;
      weights[i] -= (learningRate * g) / (sqrt(secondMoments[i]) + epsilon);
    }
  },
};
