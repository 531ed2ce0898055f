import type { ExplainedLoss } from './explainedLoss';
import type { Part } from './explanation';

/** How one kind of loss is explained. */
export interface LossExplainer {
  /** What is made of logit `unit` before it is compared. */
  probability(loss: ExplainedLoss, unit: number): Part[];
  /** The loss of the image on the page. */
  loss(loss: ExplainedLoss): Part[];
  /** ∂L/∂ logit `unit`, L being the mean over the batch. */
  logitGradient(loss: ExplainedLoss, unit: number): Part[];
}
