import { decimals, whole } from '../format';
import { inLanguage } from '../language';

/** Evaluate, and the images behind the numbers of the confusion sheet. */
export const evaluateTexts = inLanguage({
  en: {
    stopped: 'Stopped before all images were evaluated. Nothing was drawn.',
    noImages:
      'There are no images to evaluate: the validation share is 0, or the images are not in this browser or at this address. ' +
      'Type a validation share such as 0.2.',

    pressEvaluate: 'Press Evaluate to see the images behind these numbers.',
    /** @param shown how many pictures there are at most */
    predictedAs: (count: number, truth: string, predicted: string, shown: number) =>
      `${whole(count)} × "${truth}" predicted as "${predicted}"` +
      (count > shown ? `, the first ${whole(shown)}` : ''),
    highestLoss: 'One of the images with the highest loss',
    caption: (label: string, loss: number) => `${label}, loss ${decimals(loss, 2)}`,
    /** Labels that are predicted at once. */
    labels: (labels: readonly string[]) => labels.join(' + ') || 'none',
  },
});
