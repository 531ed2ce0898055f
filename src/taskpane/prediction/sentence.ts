import type { NotebookState } from '../../addin/state';
import { predictionTexts } from '../../texts/pane/prediction';

interface Predicted extends Pick<NotebookState, 'classes' | 'question' | 'predicted' | 'probabilities'> {
  /** Undefined where nobody knows what the image shows. */
  readonly target?: Float64Array;
}

/**
 * The prediction in words, and whether it is true where the target says so: "Is it a 7? Yes (93%), correct." for a single
 * output, "Predicts 7 (51%), correct." for several.
 */
export function sentence({ classes, question, predicted, probabilities, target }: Predicted): string {
  const { answered, predicts } = predictionTexts;
  if (classes.length === 1) {
    const isYes = probabilities[0] > 0.5;
    const isCorrect = target && isYes === target[0] > 0.5;
    return answered(question, isYes, isYes ? probabilities[0] : 1 - probabilities[0], isCorrect);
  }
  const unit = classes.indexOf(predicted);
  // Several labels, or none, at once: their bars tell more than a sentence.
  if (unit < 0) return predictionTexts.predicted(predicted);
  const truths = classes.filter((_, index) => target && target[index] > 0.5);
  const truth = truths.length === 1 ? truths[0] : undefined;
  return predicts(predicted, probabilities[unit], truth);
}
