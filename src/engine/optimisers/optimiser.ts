/** What optimisers are told; each looks at some of it. Names and defaults are PyTorch's where it has them. */
export interface OptimiserOptions {
  learningRate: number;
  /** How much of the last velocity stays, μ. */
  momentum: number;
  /** How much of Adam's running mean of the gradient stays, β₁, and of that of its square, β₂. */
  beta1: number;
  beta2: number;
  /** How much of RMSProp's running mean of the squared gradient stays, ρ. */
  decay: number;
  /** Added to a root before it divides, ε. */
  epsilon: number;
  /** λ. For AdamW the share of a weight that a step takes away, times the learning rate; for all others L2. */
  weightDecay: number;
}

/** What an optimiser may remember from step to step, one number for each weight. */
export type Memory = 'velocities' | 'squares';

/** What each file of this folder exports. */
export interface Optimiser {
  /** What it remembers, zeros before the first step. */
  readonly memory: readonly Memory[];
  /** Which options it looks at. */
  readonly uses: readonly (keyof OptimiserOptions)[];
  /**
   * One step, in place, of the weights and of what it remembers; what it does not remember it leaves alone.
   *
   * @param t counts the steps from 1
   */
  step(
    weights: Float64Array,
    gradient: Float64Array,
    memory: Record<Memory, Float64Array>,
    options: OptimiserOptions,
    t: number,
  ): void;
}
