import { logitsTensor } from '../influence';
import { minus, quotient, sentence, sum, type Operand, type Part } from '../explanation';
import type { Scene } from '../scene';

/** The loss at the moment of an explanation, of the image on the page. */
export class LossPage {
  constructor(readonly scene: Scene) {}

  get units(): number {
    return this.logits.length;
  }

  get logits(): Float64Array {
    return this.scene.numbersOf('values', logitsTensor(this.scene));
  }

  get targets(): Float64Array {
    return this.scene.numbersOf('values', 'target');
  }

  get probabilities(): Float64Array {
    return this.scene.numbersOf('values', 'probabilities');
  }

  logit(unit: number, label = this.named('logit', unit)): Operand {
    return this.scene.operand('values', logitsTensor(this.scene), unit, label);
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

  /** "logit of 7": what a number is, and of which class where there are several. */
  named(what: string, unit: number): string {
    if (this.units === 1) return what;
    return `${what} of ${this.wordFor(unit)}`;
  }

  /** What a unit answers, in words. */
  wordFor(unit: number): string {
    return this.scene.classNamed(unit) ?? `unit ${unit + 1}`;
  }
}

/** ∂L/∂ a logit of both cross-entropies: (p − t) / batch. */
export function crossEntropyGradient(page: LossPage, unit: number): Part[] {
  const error = sum('p − t', [page.probability(unit, 'p'), minus(page.target(unit, 't'))]);
  const isSoftmax = page.scene.network.spec.loss === 'softmaxCrossEntropy';
  const together = `${isSoftmax ? 'softmax' : 'sigmoid'} and cross-entropy`;
  return [
    sentence(
      `The derivative of ${together} together is simply p − t. It is divided by the batch size, since the loss of a ` +
        'step is the mean over the batch.',
    ),
    error,
    quotient('∂ of this cell', error.result, page.batch()),
  ];
}
