import type { Settings } from '../../../notebook/sheet/settings';
import type { Images } from '../../../training/images';

/** More would tell little more, and take longer. */
const MOST = 500;

/**
 * The images in which patches are looked for, and how to say so: of a set those to train with, in the order in which
 * the trainer has them; of a maker, which has no end of them, the first, by the numbers that the page shows them by.
 */
export function imagesToSearch(
  images: Images,
  settings: Settings,
): { readonly indexes: ArrayLike<number>; readonly words: string } {
  if (!images.set) {
    const indexes = Array.from({ length: MOST }, (_, index) => index);
    return { indexes, words: `images 1 to ${MOST} of ${images.name}` };
  }
  const indexes = images.training(settings, MOST);
  const { length } = images.training(settings, Infinity);
  const some = indexes.length < length ? `the first ${indexes.length} of the ${length}` : `all ${length}`;
  return { indexes, words: `${some} images of "${images.name}" to train with, in the order of the seed` };
}
