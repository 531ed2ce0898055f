import type { NotebookState } from '../../addin/state';
import { predictionTexts } from '../../texts/pane/prediction';

/** The prediction in words: "Is it a 7? Yes." for a single output, "Predicted: 7" for several. */
export function sentence({
  classes,
  question,
  predicted,
  probabilities,
}: Pick<NotebookState, 'classes' | 'question' | 'predicted' | 'probabilities'>): string {
  return classes.length > 1
    ? predictionTexts.predicted(predicted)
    : predictionTexts.answered(question, probabilities[0] > 0.5);
}
