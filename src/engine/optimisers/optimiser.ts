/** The settings of an optimiser; each kind uses some of them. Names are PyTorch's where it has them. */
export interface OptimiserOptions {
  learningRate: number;
  /** The share of the last velocity that stays, μ. */
  momentum: number;
  /** The share of Adam's first moment (the running mean of the gradient) that stays, β₁, and that of its second moment, β₂. */
  beta1: number;
  beta2: number;
  /** The share of RMSProp's second moment that stays, ρ. */
  decay: number;
  /** Added to a root before it divides, ε. */
  epsilon: number;
  /** λ. For AdamW the share of a weight that a step takes away, times the learning rate; for all others L2. */
  weightDecay: number;
}

/**
 * What an optimiser may remember from step to step, one number for each weight: velocities, or Adam's first moment; and
 * second moments, the running means of the squared gradient, or with Adagrad its accumulated squares.
 */
export type Memory = 'velocities' | 'secondMoments';

/** What each file of this folder exports. */
export interface Optimiser {
  /** What it remembers, zeros before the first step. */
  readonly memory: readonly Memory[];
  /** Which options it uses. */
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
