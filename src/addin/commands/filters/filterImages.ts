import type { Settings } from '../../../notebook/sheet/settings';
import type { Images } from '../../../training/images';
import { filterTexts } from '../../../texts/addin/filters';

/** Most images searched: more would hardly change the patches. */
const MOST = 500;

/**
 * The images to search for patches, and their description: of a set the training images, in their shuffled
 * order; of an endless generator the first ones, by their numbers on the page.
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
