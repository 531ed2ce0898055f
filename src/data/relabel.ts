import type { ImageSet } from './imageSet';

/**
 * The same images with their classes in another order, or among more classes: as a network tells them. Undefined when
 * the set has a class that is none of these.
 */
export function relabelled(set: ImageSet, classes: readonly string[]): ImageSet | undefined {
  const places = set.classes.map((name) => classes.indexOf(name));
  if (places.includes(-1)) return undefined;
  if (places.length === classes.length && places.every((place, index) => place === index)) return set;
  return {
    ...set,
    classes,
    labels: set.multiLabel ? spread(set, classes.length, places) : moved(set, places),
  };
}

/** One label an image: [count]. */
function moved({ labels }: ImageSet, places: readonly number[]): Uint8Array {
  return labels.map((label) => places[label]);
}

/** A yes or no to each label: [count, classes]. */
function spread({ labels, count, classes }: ImageSet, width: number, places: readonly number[]): Uint8Array {
  const all = new Uint8Array(count * width);
  for (let image = 0; image < count; image++) {
    places.forEach((place, own) => (all[image * width + place] = labels[image * classes.length + own]));
  }
  return all;
}
