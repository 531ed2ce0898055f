import { inLanguage } from './language';

/** What training says, in the pane's thread or in its worker's. */
export const trainingTexts = inLanguage({
  en: {
    /** The name of images that are generated while a network trains. */
    generated: (generator: string) => `${generator} (drawn here)`,
    imagesAway: (name: string) =>
      `The images "${name}" are with the run that is under way. Press Stop, or wait for its end, to look at them.`,

    /** Numbers that would not be finite any more after a step. */
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

    /** Why a run goes on without its worker. */
    worker: {
      brokeOff: (reason: string) => `the worker broke off (${reason})`,
      unreadable: 'the worker could not be understood',
      silent: 'the worker did not answer',
    },
  },
});
