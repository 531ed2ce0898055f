import { decimals, whole } from '../format';
import { inLanguage } from '../language';

/** What the network predicts for the image on the page. */
export const predictionTexts = inLanguage({
  en: {
    image: 'Image on the page',
    predicted: (className: string) => `Predicted: ${className}`,
    /** @param question "is it a 7?" */
    answered: (question: string, isYes: boolean) =>
      `${question.charAt(0).toUpperCase()}${question.slice(1)} ${isYes ? 'Yes.' : 'No.'}`,

    probability: 'Probability',
    target: 'Target',
    loss: 'Loss',
    number: (value: number) => decimals(value, 4),

    probabilities: 'Probabilities',
    classProbability: (probability: number) => decimals(probability, 2),
    /** For screen readers, after the probability. */
    isTarget: ', the target',
    unit: (number: number) => `unit ${number}`,
    lessLikely: (hidden: number) => `and ${whole(hidden)} less likely`,
  },
});
