import { whole } from '../format';
import { inLanguage } from '../language';

/** The network as a row of pictures. */
export const mapTexts = inLanguage({
  en: {
    map: 'The network',
    /** @param others maps that are not shown */
    layer: (name: string, others: number) =>
      others === 0 ? name : `${name}, and ${whole(others)} more maps`,
    others: (count: number) => `+${whole(count)}`,
  },
});
