import type { LossExplainer } from '../../explain/explainedLoss';
import type { Formula, Reference } from '../../formulas/formula';

/** One kind of loss, with everything the notebook knows about it: what each file of this folder exports. */
export interface LossKind {
  /** Its names: the model table offers the first and understands the others. */
  readonly words: readonly [string, ...string[]];
  /** The key of its glossary entry; losses may share one. */
  readonly entry: string;
  /** What it turns the logits into: probabilities, or plain outputs. */
  readonly makes: 'probability' | 'output';
  /** The network's answer: the unit with the largest number, or every unit with a probability above ½. */
  readonly predicts: 'one class' | 'any labels';
  /** Whether the probability of one unit depends on all logits. */
  readonly sharesOut: boolean;
  readonly formulas: LossFormulas;
  readonly explain: LossExplainer;
}

/** The worksheet formulas of a loss, the same computation as in the engine. */
export interface LossFormulas {
  probability(cells: UnitCells): Formula;
  loss(cells: LossCells): Formula;
  logitGradient(cells: UnitCells): Formula;
}

/** The cells that a loss is computed from. */
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
  /** The cell of ∂L/∂ the loss of the image on the page: 1 / batch size. */
  readonly share: Reference;
}
