import type { LossExplainer } from '../../explain/explainedLoss';
import type { Formula, Reference } from '../../formulas/formula';

/** What each file of this folder exports: all that the notebook knows of one kind of loss. */
export interface LossKind {
  /** What people call it: the first word is what the model table offers, the others are understood as well. */
  readonly words: readonly [string, ...string[]];
  /** Its entry of the glossary; losses may share one. */
  readonly entry: string;
  /** What it makes of the logits: probabilities, or outputs that are taken as they are. */
  readonly makes: 'probability' | 'output';
  /** What the network says of an image: the unit with the largest number, or every unit whose probability is above ½. */
  readonly predicts: 'one class' | 'any labels';
  /** Does the probability of one unit depend on all logits? */
  readonly sharesOut: boolean;
  readonly formulas: LossFormulas;
  readonly explain: LossExplainer;
}

/** The worksheet formulas of a loss: the twins of the engine's. */
export interface LossFormulas {
  probability(cells: UnitCells): Formula;
  loss(cells: LossCells): Formula;
  logitGradient(cells: UnitCells): Formula;
}

/** The cells around a loss. */
export interface LossCells {
  /** Outputs of the last layer and the target, all units. */
  readonly logits: Reference;
  readonly target: Reference;
  readonly units: number;
}

/** The cells of one unit. */
export interface UnitCells extends LossCells {
  readonly logit: Reference;
  readonly probability: Reference;
  readonly wanted: Reference;
  /** ∂L/∂ the loss of the image on the page. */
  readonly share: Reference;
}
