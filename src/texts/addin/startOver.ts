import { whole } from '../format';
import { inLanguage } from '../language';

/** Reset and New seed. */
export const startOverTexts = inLanguage({
  en: {
    reset: (seed: number) => `Back at step 0, with the first weights of seed ${seed}.`,
    newSeed: (seed: number) => `Seed ${seed}: other first weights, at step 0.`,
    isBack: (step: number) => `The weights of step ${whole(step)} are back.`,
  },
});
