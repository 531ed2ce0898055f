import { inLanguage } from './language';

/** Messages of training, in the pane's thread or in its worker. */
export const trainingTexts = inLanguage({
  en: {
    /** The name of generated images. */
    generated: (generator: string) => `${generator} (drawn here)`,
    imagesAway: (name: string) =>
      `The images "${name}" are in use by the run. Press Stop, or wait until it ends, to look at them.`,

    /** Which numbers would not be finite after a step. */
    notFinite: {
      weights: (parameter: string, layer: string) =>
        `The weights ${parameter} of layer ${layer} would no longer be numbers that a cell can hold.`,
      activations: (layer: string) =>
        `The activations of layer ${layer} would no longer be numbers that a cell can hold.`,
      loss: 'The loss would no longer be a number that a cell can hold.',
      gradients: (parameter: string) =>
        `The gradients of ${parameter} would no longer be numbers that a cell can hold.`,
      state: (name: string) => `The numbers ${name} would no longer be numbers that a cell can hold.`,
    },

    /** Why a run continues without its worker. */
    worker: {
      brokeOff: (reason: string) => `the worker broke off (${reason})`,
      unreadable: 'the worker could not be understood',
      silent: 'the worker did not answer',
    },
  },
});
