import type { NotebookState } from '../../addin/state';

/** What the network makes of the image: "Is it a 7? Yes." of one unit, "Predicted: 7" of several. */
export function sentence({
  classes,
  question,
  predicted,
  probabilities,
}: Pick<NotebookState, 'classes' | 'question' | 'predicted' | 'probabilities'>): string {
  if (classes.length > 1) return `Predicted: ${predicted}`;
  const asked = question.charAt(0).toUpperCase() + question.slice(1);
  return `${asked} ${probabilities[0] > 0.5 ? 'Yes.' : 'No.'}`;
}
