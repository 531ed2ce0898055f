import type { Settings } from '../../../notebook/sheet/settings';
import type { Images } from '../../../training/images';
import { filterTexts } from '../../../texts/addin/filters';

/** More images would add little, and take longer. */
const MOST = 500;

/**
 * The images in which patches are looked for, and how to say so: of a set those to train with, in the order in which
 * the trainer has them; of a generator, which has no end of them, the first, by the numbers that the page shows them by.
 */
export function imagesToSearch(
  images: Images,
  settings: Settings,
): { readonly indexes: ArrayLike<number>; readonly words: string } {
  if (!images.set) {
    const indexes = Array.from({ length: MOST }, (_, index) => index);
    return { indexes, words: filterTexts.searched.generated(MOST, images.name) };
  }
  const indexes = images.training(settings, MOST);
  const { length } = images.training(settings, Infinity);
  const words =
    indexes.length < length
      ? filterTexts.searched.first(indexes.length, length, images.name)
      : filterTexts.searched.all(length, images.name);
  return { indexes, words };
}
