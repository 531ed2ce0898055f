import { minus, quotient, sentence, sum, type Part } from '../../explain/explanation';
import type { ExplainedLoss } from '../../explain/explainedLoss';
import { formula, type Formula } from '../../formulas/formula';
import type { UnitCells } from './lossKind';

/** The formula of ∂L/∂ a logit for both cross-entropies: (p − t) / batch. */
export function crossEntropySlope({ probability, wanted, share }: UnitCells): Formula {
  return formula`(${probability}-${wanted})*${share}`;
}

/**
 * The explanation of ∂L/∂ a logit for both cross-entropies.
 *
 * @param applies name of the function that turns logits into probabilities
 */
export function crossEntropyGradient(
  applies: 'softmax' | 'sigmoid',
): (loss: ExplainedLoss, unit: number) => Part[] {
  return (loss, unit) => {
    const error = sum('p − t', [loss.probability(unit, 'p'), minus(loss.target(unit, 't'))]);
    return [
      sentence(
        `The derivative of ${applies} and cross-entropy together is simply p − t. It is divided by the batch size, since ` +
          'the loss of a step is the mean over the batch.',
      ),
      error,
      quotient('∂ of this cell', error.result, loss.batch()),
    ];
  };
}
