import { whole } from '../format';
import { inLanguage } from '../language';

/** Reset and New seed. */
export const startOverTexts = inLanguage({
  en: {
    reset: (seed: number) => `Back at step 0, with the first weights of seed ${seed}.`,
    newSeed: (seed: number) =>
      `Seed ${seed}, at step 0: whatever is random was drawn anew, weights and generated images.`,
    isBack: (step: number) => `The weights of step ${whole(step)} are back.`,
  },
});
