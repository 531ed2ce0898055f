/** Settings of an optimiser; each kind uses some of them. Names follow PyTorch. */
export interface OptimiserOptions {
  learningRate: number;
  /** μ: the share of the last velocity that is kept. */
  momentum: number;
  /** β₁ and β₂: the decay rates of Adam's first moment (running mean of the gradient) and second moment. */
  beta1: number;
  beta2: number;
  /** ρ: the decay rate of RMSProp's second moment. */
  decay: number;
  /** ε: added to the root in the denominator. */
  epsilon: number;
  /**
   * λ: L2 penalty added to the gradient; for AdamW decoupled, so that a step shrinks a weight by the share learning
   * rate · λ.
   */
  weightDecay: number;
}

/**
 * What an optimiser can remember from step to step, one number per weight: velocities (or Adam's first
 * moment), and second moments (running means of the squared gradient; for Adagrad its accumulated sum).
 */
export type Memory = 'velocities' | 'secondMoments';

/** One kind of optimiser: what each file of this folder exports. */
export interface Optimiser {
  /** Which memory it uses, zeros before the first step. */
  readonly memory: readonly Memory[];
  /** Which options it uses. */
  readonly uses: readonly (keyof OptimiserOptions)[];
  /**
   * Updates the weights and the memory it uses, in place; other memory is not touched.
   *
   * @param t number of the step, from 1
   */
  step(
    weights: Float64Array,
    gradient: Float64Array,
    memory: Record<Memory, Float64Array>,
    options: OptimiserOptions,
    t: number,
  ): void;
}
