import { inLanguage } from './language';

/** What training says, in the pane's thread or in its worker's. */
export const trainingTexts = inLanguage({
  en: {
    /** The name of images that are generated while a network trains. */
    generated: (generator: string) => `${generator} (drawn here)`,
    imagesAway: (name: string) =>
      `The images "${name}" are with the run that is under way. Press Stop, or wait for its end, to look at them.`,

    /** Numbers that are not finite any more. */
    notFinite: {
      weights: (parameter: string, layer: string) => `the weights ${parameter} of layer ${layer}`,
      activations: (layer: string) => `the activations of layer ${layer}`,
      loss: 'the loss',
      gradients: (parameter: string) => `the gradients of ${parameter}`,
      state: (name: string) => `the numbers ${name}`,
    },

    /** Why a run goes on without its worker. */
    worker: {
      brokeOff: (reason: string) => `the worker broke off (${reason})`,
      unreadable: 'the worker could not be understood',
      silent: 'the worker did not answer',
    },
  },
});
