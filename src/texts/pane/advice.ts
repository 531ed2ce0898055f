import { decimals, whole } from '../format';
import { inLanguage } from '../language';

/** What the sentences name. */
interface Named {
  readonly layer: string;
  readonly label: string;
  readonly count: number;
  /** By which share of their size weights move. */
  readonly share: number;
  /** Mean losses before and now. */
  readonly from: number;
  readonly to: number;
  readonly steps: number;
  readonly loss: number;
  readonly greatest: number;
  /** Accuracies. */
  readonly training: number;
  readonly validation: number;
}

const percent = (share: number) =>
  `${share < 0.001 ? (100 * share).toExponential(0) : decimals(100 * share, 1)} %`;

/** Mistakes that learners make, answered: what is seen, why that is, and what to do. The cell is named behind it. */
export const adviceTexts = inLanguage({
  en: {
    title: 'Advice',
    /** Behind the text: where it can be mended. */
    goTo: (address: string) => `Go to ${address}`,
    about: {
      deadRelu: ({ layer }: Named) =>
        `Every ReLU of ${layer} is 0, for every image of the batch: no gradient passes, so its weights stay as they are. ` +
        'Raise its biases, or press Reset and train with a lower learning rate.',
      symmetry: ({ layer, count }: Named) =>
        `All ${whole(count)} parts of ${layer} hold the same weights: they compute the same and get the same gradient, so ` +
        'they never become different. Type other numbers into one of them, or press New seed.',
      loneNorm: ({ layer }: Named) =>
        `${layer} sees one number of each channel. Minus its mean that is 0, so nothing before it learns. Make Batch size 2 ` +
        'or more, or normalise maps that are larger than one cell.',
      rateTooHigh: ({ layer, share }: Named) =>
        `The learning rate is too high: a step moves the weights of ${layer} by ${decimals(100 * share, 0)} % of their size, ` +
        'where a tenth of a percent to a few percent is usual. Divide it by ten.',
      rateTooLow: ({ share }: Named) =>
        `The learning rate is too low: a step moves weights by ${percent(share)} of their size at most. Multiply it by ten, ` +
        'or by a thousand.',
      lossUp: ({ from, to }: Named) =>
        `The loss has gone up for 20 steps, from ${decimals(from, 2)} to ${decimals(to, 2)} on average. Make the learning ` +
        'rate smaller; Step back takes the last steps back.',
      lossStill: ({ steps, loss }: Named) =>
        `The loss has been ${decimals(loss, 4)} for ${whole(steps)} steps: nothing learns. Look at the gradients: where they ` +
        'are all 0, the layer behind stops them; where they are not, raise the learning rate.',
      unscaled: ({ greatest }: Named) =>
        `Pixels go up to ${whole(Math.round(greatest))}; a network learns best from 0 … 1. Divide them, or begin the model ` +
        'with an input normalisation.',
      oneClassInBatch: ({ label }: Named) =>
        `All images of the batch are ‘${label}’: the network learns to say that always. Mix the images, or make the batch ` +
        'larger.',
      oneClass: ({ label }: Named) =>
        `All images have the label ‘${label}’: there is nothing to tell apart. Look whether the column of labels is the right ` +
        'one, and import the images again.',
      overfitting: ({ training, validation }: Named) =>
        `It knows ${percent(training)} of the images it trains with, and ${percent(validation)} of others: it learns them by ` +
        'heart. More images, dropout, fewer weights or fewer steps help.',
    },
  },
});
