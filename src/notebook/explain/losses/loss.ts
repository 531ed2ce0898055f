import type { Part } from '../explanation';
import type { LossPage } from './page';

/** What each file of this folder exports: how one loss of the engine is explained. */
export interface LossExplainer {
  /** What is made of logit `unit` before it is compared. */
  probability(page: LossPage, unit: number): Part[];
  /** The loss of the image on the page. */
  loss(page: LossPage): Part[];
  /** ∂L/∂ logit `unit`, L being the mean over the batch. */
  logitGradient(page: LossPage, unit: number): Part[];
}
