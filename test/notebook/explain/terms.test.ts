import fc from 'fast-check';
import { largestTerms, MOST_TERMS } from '../../../src/notebook/explain/terms';

const label = (place: number) => `${place}`;

test('the largest by size are named, the largest first, and the rest is what is missing', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1000, max: 1000 }), { maxLength: 60 }), (values) => {
      const { terms, rest } = largestTerms(
        values.length,
        (place) => values[place],
        (place) => ({ label: label(place), value: values[place] }),
      );
      const total = terms.reduce((all, { value }) => all + value, rest?.value ?? 0);
      expect(total).toBe(values.reduce((a, b) => a + b, 0));
      expect(terms.length + (rest?.count ?? 0)).toBe(values.length);
      if (!rest) return;
      expect(rest.allZero).toBe(values.filter((value) => value !== 0).length <= MOST_TERMS);
      const sizes = values
        .map(Math.abs)
        .filter((size) => size > 0)
        .sort((a, b) => b - a);
      expect(terms.map(({ value }) => Math.abs(value))).toEqual(sizes.slice(0, MOST_TERMS));
    }),
  );
});

test('few terms stay in their order', () => {
  const values = [1, 3, 2];
  const { terms } = largestTerms(
    3,
    (place) => values[place],
    (place) => ({ label: label(place), value: values[place] }),
  );
  expect(terms.map(({ value }) => value)).toEqual(values);
});

test('a NaN is named, for it is what makes the sum one', () => {
  const values = [...Array.from({ length: 20 }, (_, i) => i), NaN];
  const { terms } = largestTerms(
    21,
    (place) => values[place],
    (place) => ({ label: label(place), value: values[place] }),
  );
  expect(terms[0].label).toBe('20');
});
