import type { Sum, Term } from './explanation';

/** So many terms of a long sum are named, */
export const MOST_TERMS = 8;
/** and so many of those that there are one of for each class. */
export const MOST_CLASSES = 12;

/** The largest of many terms by size, none of which is 0, and what the others come to. */
export function largestTerms(
  count: number,
  valueAt: (place: number) => number,
  termAt: (place: number) => Term,
  most = MOST_TERMS,
): Pick<Sum, 'terms' | 'rest'> {
  const places = largestPlaces(count, valueAt, most);
  const terms = places.map(termAt);
  if (count <= most) return { terms };
  const named = new Set(places);
  let value = 0;
  let allZero = true;
  for (let place = 0; place < count; place++) {
    if (named.has(place)) continue;
    value += valueAt(place);
    allZero &&= valueAt(place) === 0;
  }
  return { terms, rest: { count: count - places.length, value, allZero } };
}

/** Above terms of which the largest are named. */
export function largestWords(count: number): string {
  if (count === 0) return 'Here all products are 0.';
  return count === 1
    ? 'This product is the largest in size.'
    : `These ${count} products are the largest in size.`;
}

/** All places in their order where they are few; otherwise those of the largest values, the largest first, no zeros. */
function largestPlaces(count: number, valueAt: (place: number) => number, most: number): number[] {
  const places = Array.from({ length: count }, (_, place) => place);
  if (count <= most) return places;
  const sizes = Float64Array.from(places, (place) => Math.abs(valueAt(place)));
  // A NaN is what makes the sum one, so it is named.
  const size = (place: number) => (Number.isNaN(sizes[place]) ? Infinity : sizes[place]);
  const kept: number[] = [];
  for (const place of places) {
    if (sizes[place] === 0) continue;
    if (kept.length === most && size(place) <= size(kept[most - 1])) continue;
    const at = kept.findIndex((other) => size(place) > size(other));
    kept.splice(at < 0 ? kept.length : at, 0, place);
    if (kept.length > most) kept.pop();
  }
  return kept;
}
