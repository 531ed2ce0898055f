import type { Sum, Term } from './explanation';

/** Most terms listed of a long sum, */
export const MOST_TERMS = 8;
/** and of a sum with one term per class. */
export const MOST_CLASSES = 12;

/** The largest terms by absolute value, none of them 0, and the sum of all others. */
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

/** The words above a sum of which only the largest terms are listed. */
export function largestWords(count: number): string {
  if (count === 0) return 'All products here are 0.';
  return count === 1
    ? 'This product is the largest in size.'
    : `These ${count} products are the largest in size.`;
}

/**
 * All positions if there are few; otherwise those with the largest values, in descending order, without
 * zeros.
 */
function largestPlaces(count: number, valueAt: (place: number) => number, most: number): number[] {
  const places = Array.from({ length: count }, (_, place) => place);
  if (count <= most) return places;
  const sizes = Float64Array.from(places, (place) => Math.abs(valueAt(place)));
  // A NaN makes the whole sum NaN, so it is listed.
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
