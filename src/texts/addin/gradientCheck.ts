import { counted, whole } from '../format';
import { inLanguage } from '../language';

const AGREE = { one: 'agrees', other: 'agree' };
const ON_KINK = { one: 'is at a kink', other: 'are at a kink' };
const DIFFER = { one: 'does not agree', other: 'do not agree' };

/** Results of a gradient check. */
export const gradientCheckTexts = inLanguage({
  en: {
    nothingSelected:
      'No weight and no pixel is selected. Select some cells of a filter, a bias, dense weights or the input, and try again.',

    /** The result for one gradient, as in a row of the table. */
    verdict: {
      /** @param reason one of `derivativeCell` */
      notComparable: (reason: string) => `cannot be compared: ${reason}`,
      differs: 'does not agree',
      kink: 'is at a kink',
      exactly: 'agrees exactly',
      digits: (digits: number) => `agrees to ${digits} digits`,
      nearZero: 'agrees, both next to 0',
      /** @param layer the normalising layer that cancels the gradient */
      cancelled: (layer: string) => `agrees: 0, since ${layer} cancels it`,
    },

    /** For a ∂ cell without a number. */
    derivativeCell: {
      gone: 'the ∂ cell is gone',
      empty: 'the ∂ cell is empty',
      holds: (content: string) => `the ∂ cell holds "${content}"`,
    },

    stopped: (checked: number, wanted: number) => `Stopped after ${whole(checked)} of ${whole(wanted)}.`,
    /** @param verdict one of these */
    one: (address: string, verdict: string) => `${address} ${verdict}.`,
    /** @param digits that all agree to which are not next to 0; undefined where there are none */
    many: (agreeing: number, digits: number | undefined, kinks: number, different: number) => {
      const parts = [
        agreeing
          ? counted(agreeing, AGREE) + (digits === undefined ? '' : `, to ${digits} digits or more`)
          : '',
        kinks ? counted(kinks, ON_KINK) : '',
        different ? counted(different, DIFFER) : '',
      ];
      const all = agreeing + kinks + different;
      return `${whole(all)} checked: ${parts.filter((part) => part !== '').join('; ')}.`;
    },

    firstOfSelected: (wanted: number, chosen: number) =>
      `The first ${whole(wanted)} of ${whole(chosen)} selected cells.`,
    comparedOnImage: (mode: string) =>
      `The ∂ cells beside differences of the loss of the image on the page, mode ${mode}.`,
    comparedOnBatch: (images: number, mode: string) =>
      `The ∂ cells beside differences of the mean loss of the ${whole(images)} images of the batch, mode ${mode}.`,
  },
});
