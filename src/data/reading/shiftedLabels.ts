import { labelTexts } from '../../texts/data/labels';
import type { ImageSet } from '../imageSet';

/** So many images are compared with so many others: enough to tell chance from likeness, in a moment. */
const ASKED = 200;
const OTHERS = 800;

/** How far labels may be shifted: by a line left out, or a heading taken for a label. */
const SHIFTS = [-2, -1, 1, 2] as const;

/**
 * A sentence about labels that seem to belong to the images before or after theirs; undefined for all others.
 * Images that look alike mostly have the same label. If they have not, but the labels a place further on
 * agree, the labels are shifted. Where they agree as they are, or nowhere, nothing is said.
 */
export function shiftedLabels(set: ImageSet): string | undefined {
  const { count, multiLabel } = set;
  if (multiLabel || count < ASKED) return undefined;
  const pairs = alike(set);
  const own = agreement(set, pairs, 0);
  // Where images of a class follow each other, hardly any label changes its class with a shift.
  if (own > MOST_BY_CHANCE) return undefined;
  const shift = SHIFTS.find((each) => agreement(set, pairs, each) > Math.max(LEAST, own + CLEARLY));
  return shift && labelTexts.shifted(shift);
}

/** Shares of pairs that agree. */
const MOST_BY_CHANCE = 0.6;
const LEAST = 0.6;
const CLEARLY = 0.3;

/** Images, and that of the others which is most like each. Both are spread evenly over the set. */
function alike({ count, channels, height, width, pixels }: ImageSet): [image: number, likest: number][] {
  const size = channels * height * width;
  const others = spread(count, Math.min(OTHERS, count));
  const distance = (a: number, b: number, most: number) => {
    let sum = 0;
    for (let i = 0; i < size && sum < most; i++) sum += (pixels[a * size + i] - pixels[b * size + i]) ** 2;
    return sum;
  };
  return spread(count, ASKED).map((image) => {
    let [likest, least] = [-1, Infinity];
    for (const other of others) {
      // Neighbours are left out: pictures that were taken one after the other are alike for other reasons.
      if (Math.abs(other - image) <= NEIGHBOURS) continue;
      const found = distance(image, other, least);
      if (found < least) [likest, least] = [other, found];
    }
    return [image, likest];
  });
}

const NEIGHBOURS = 4;

/** `some` of the whole numbers below `count`, at equal distances. */
function spread(count: number, some: number): number[] {
  return Array.from({ length: some }, (_, index) => Math.floor((index * count) / some));
}

/** How many pairs have the same label, by labels so many places further on; a share. */
function agreement({ labels, count }: ImageSet, pairs: readonly [number, number][], shift: number): number {
  const isInside = (image: number) => image + shift >= 0 && image + shift < count;
  const inside = pairs.filter((pair) => pair.every(isInside));
  const same = inside.filter(([image, likest]) => labels[image + shift] === labels[likest + shift]);
  return same.length / inside.length;
}
