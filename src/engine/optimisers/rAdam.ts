import type { Optimiser } from './optimiser';

const sqrt = Math.sqrt;

/**
 * Adam that trusts its second moment only once it has seen enough gradients (Liu et al. 2020, arXiv:1908.03265), as
 * torch.optim.RAdam:
 *
 *     g <- gradient + λ·w
 *     m <- β₁·m + (1 − β₁)·g
 *     s <- β₂·s + (1 − β₂)·g²
 *     m̂ = m / (1 − β₁^t),  ρ∞ = 2 / (1 − β₂) − 1,  ρ = ρ∞ − 2·t·β₂^t / (1 − β₂^t)
 *     ρ > 5:  w <- w − learningRate·m̂·r·√(1 − β₂^t) / (√s + ε),  r = √((ρ − 4)(ρ − 2)ρ∞ / ((ρ∞ − 4)(ρ∞ − 2)ρ))
 *     else:   w <- w − learningRate·m̂
 *
 * ρ is how many gradients the second moment amounts to. With β₂ = 0.999 it passes 5 at the sixth step.
 */
export const rAdam: Optimiser = {
  memory: ['velocities', 'secondMoments'],
  uses: ['learningRate', 'beta1', 'beta2', 'epsilon', 'weightDecay'],

  step(weights, gradient, { velocities, secondMoments }, options, t) {
    const { learningRate, beta1, beta2, epsilon, weightDecay } = options;
    const firstBias = 1 - beta1 ** t;
    const secondBias = 1 - beta2 ** t;
    const rectification = rectificationOf(beta2, t);
    for (let i = 0; i < weights.length; i++) {
      const g = gradient[i] + weightDecay * weights[i];
      velocities[i] = beta1 * velocities[i] + (1 - beta1) * g;
      secondMoments[i] = beta2 * secondMoments[i] + (1 - beta2) * g * g;
      const adapted =
        rectification === undefined
          ? 1
          : (rectification * sqrt(secondBias)) / (sqrt(secondMoments[i]) + epsilon);
      weights[i] -= learningRate * (velocities[i] / firstBias) * adapted;
    }
  },
};

/** The factor r of step t; undefined as long as the variance of the second moment is not tractable, ρ ≤ 5. */
export function rectificationOf(beta2: number, t: number): number | undefined {
  const longest = 2 / (1 - beta2) - 1;
  const length = longest - (2 * t * beta2 ** t) / (1 - beta2 ** t);
  if (!(length > 5)) return undefined;
  return sqrt(((length - 4) * (length - 2) * longest) / ((longest - 4) * (longest - 2) * length));
}
