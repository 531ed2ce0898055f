import type { ImageSet } from './imageSet';

/**
 * The same images with another list of classes: reordered, or with more of them, as a network's outputs are.
 * Undefined if a class of the set is missing from the list.
 */
export function relabelled(set: ImageSet, classes: readonly string[]): ImageSet | undefined {
  const places = set.classes.map((name) => classes.indexOf(name));
  if (places.includes(-1)) return undefined;
  if (places.length === classes.length && places.every((place, index) => place === index)) return set;
  return {
    ...set,
    classes,
    labels: set.multiLabel ? multiLabels(set, classes.length, places) : singleLabels(set, places),
  };
}

/** New labels of a single-label set: [count]. */
function singleLabels({ labels }: ImageSet, places: readonly number[]): Uint8Array {
  return labels.map((label) => places[label]);
}

/** New labels of a multi-label set: [count, classes]. */
function multiLabels(
  { labels, count, classes }: ImageSet,
  width: number,
  places: readonly number[],
): Uint8Array {
  const all = new Uint8Array(count * width);
  for (let image = 0; image < count; image++) {
    places.forEach((place, own) => (all[image * width + place] = labels[image * classes.length + own]));
  }
  return all;
}
