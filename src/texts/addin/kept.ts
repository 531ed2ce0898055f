import { counted, plural, whole } from '../format';
import { inLanguage } from '../language';

/** How many filters, units, channels or inputs of a layer a newly built network has of the one before. */
export interface Share {
  readonly kept: number;
  /** Whether those kept are the first ones of both networks. */
  readonly areFirst: boolean;
  readonly added: number;
  readonly gone: number;
}

const OUTPUTS = {
  filter: { one: 'filter', other: 'filters' },
  unit: { one: 'unit', other: 'units' },
  channel: { one: 'channel', other: 'channels' },
};

/** "2 are new", "1 is gone". */
function are(count: number, what: string): string {
  return `${whole(count)} ${plural(count, { one: 'is', other: 'are' })} ${what}`;
}

/** "; 2 are new, and 1 is gone", after what is kept. */
function others({ added, gone }: Share): string {
  const parts = [...(added ? [are(added, 'new')] : []), ...(gone ? [are(gone, 'gone')] : [])];
  return parts.length ? `; ${parts.join(', and ')}` : '';
}

/** What Build kept of the network before. */
export const keptTexts = inLanguage({
  en: {
    outputs: (layer: string, kind: keyof typeof OUTPUTS, share: Share) => {
      const nouns = OUTPUTS[kind];
      const first = share.kept === 1 ? nouns.one : counted(share.kept, nouns);
      const those = share.areFirst ? `its first ${first}` : `${whole(share.kept)} of its ${nouns.other}`;
      return `${layer} keeps ${those}${others(share)}.`;
    },
    inputs: (layer: string, share: Share) =>
      `${layer} keeps its weights for ${counted(share.kept, { one: 'input', other: 'inputs' })}${others(share)}.`,
    /** @param kernel "5×5" */
    otherKernel: (layer: string, kernel: string) =>
      `The kernels of ${layer} are ${kernel} now, so its filters are new.`,
    otherMapSize: (layer: string) => `${layer} reads maps of another size now, so its weights are new.`,
    biasesNew: (layer: string) => `${layer} has biases now.`,
    biasesGone: (layer: string) => `The biases of ${layer} are gone.`,
    layerNew: (layer: string) => `${layer} is new.`,
    layerGone: (layer: string) => `${layer} is gone.`,
    moreChanges: (count: number) =>
      `${counted(count, { one: 'more change', other: 'more changes' })} like these.`,
    othersKept: 'All other weights stay as they were.',
    allKept: 'All weights stay as they were.',
  },
});
