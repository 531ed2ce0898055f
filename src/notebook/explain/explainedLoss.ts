import type { Operand, Part } from './explanation';
import type { Scene } from './scene';

/** How one kind of loss is explained. */
export interface LossExplainer {
  /** How the loss computes the probability (or output) of a unit from its logit. */
  probability(loss: ExplainedLoss, unit: number): Part[];
  /** The loss of the image on the page. */
  loss(loss: ExplainedLoss): Part[];
  /** ∂L/∂ logit `unit`, L being the mean over the batch. */
  logitGradient(loss: ExplainedLoss, unit: number): Part[];
}

/** The loss with the numbers it has during an explanation, for the image on the page. */
export class ExplainedLoss {
  constructor(readonly scene: Scene) {}

  get units(): number {
    return this.logits.length;
  }

  get logits(): Float64Array {
    return this.scene.numbersOf('values', this.scene.logitsTensor);
  }

  get targets(): Float64Array {
    return this.scene.numbersOf('values', 'target');
  }

  get probabilities(): Float64Array {
    return this.scene.numbersOf('values', 'probabilities');
  }

  logit(unit: number, label = this.named('logit', unit)): Operand {
    return this.scene.operand('values', this.scene.logitsTensor, unit, label);
  }

  target(unit: number, label = this.named('target', unit)): Operand {
    return this.scene.operand('values', 'target', unit, label);
  }

  probability(unit: number, label = this.named('probability', unit)): Operand {
    return this.scene.operand('values', 'probabilities', unit, label);
  }

  batch(): Operand {
    return { label: 'batch size', value: this.scene.network.batchSize };
  }

  /** "logit of 7": the name of a number, with its class where there are several. */
  named(what: string, unit: number): string {
    if (this.units === 1) return what;
    return `${what} of ${this.wordFor(unit)}`;
  }

  /** The class of a unit. */
  wordFor(unit: number): string {
    return this.scene.classNamed(unit) ?? `unit ${unit + 1}`;
  }
}
