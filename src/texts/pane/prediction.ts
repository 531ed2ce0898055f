import { decimals, percent, whole } from '../format';
import { inLanguage } from '../language';

/** What the network predicts for the image on the page. */
export const predictionTexts = inLanguage({
  en: {
    image: 'Image on the page',
    predicted: (classNames: string) => `Predicts ${classNames}.`,
    /** @param truth the only class of the target; undefined where it is not one class */
    predicts: (className: string, probability: number, truth: string | undefined) => {
      const said = `Predicts ${className} (${percent(probability)})`;
      if (truth === undefined) return `${said}.`;
      return truth === className ? `${said}, correct.` : `${said}, wrong: it is ${truth}.`;
    },
    /** @param question "is it a 7?" @param probability of the answer @param isCorrect undefined where nobody knows */
    answered: (question: string, isYes: boolean, probability: number, isCorrect: boolean | undefined) => {
      const verdict = isCorrect === undefined ? '' : isCorrect ? ', correct' : ', wrong';
      const asked = `${question.charAt(0).toUpperCase()}${question.slice(1)}`;
      return `${asked} ${isYes ? 'Yes' : 'No'} (${percent(probability)})${verdict}.`;
    },

    probability: 'Probability',
    target: 'Target',
    loss: 'Loss',
    /** Short enough for one line. */
    number: (value: number) => (Math.abs(value) < 1e6 ? decimals(value, 4) : value.toExponential(3)),
    /** @param prediction a sentence */
    outdated: (prediction: string) => `Before the fault: ${prediction}`,

    probabilities: 'Probabilities',
    classProbability: (probability: number) => decimals(probability, 2),
    /** For screen readers, after the probability. */
    isTarget: ', the target',
    unit: (number: number) => `unit ${number}`,
    lessLikely: (hidden: number) => `and ${whole(hidden)} less likely`,
  },
});
