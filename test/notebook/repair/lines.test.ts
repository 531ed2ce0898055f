import fc from 'fast-check';
import {
  goneStretch,
  insertedLines,
  lineMap,
  missingLines,
  type Stretch,
} from '../../../src/notebook/repair/lines';

const whole = (first: number, count: number): Stretch => ({
  first,
  count,
  plannedFirst: first,
  planned: count,
});

/** A block into which lines were inserted, counted from its first. */
function grown(first: number, planned: number, inserted: readonly number[]): Stretch {
  const count = planned + inserted.length;
  const blank = Array.from({ length: count }, (_, line) => inserted.includes(line));
  return { first, count, plannedFirst: first, planned, blank };
}

test('lines that are blank in all blocks through which they go were inserted', () => {
  const blocks = [grown(2, 5, [3]), grown(4, 3, [1]), whole(20, 2)];
  expect(insertedLines(blocks)).toEqual({
    found: [5],
    stretches: [
      expect.objectContaining(whole(2, 5)),
      expect.objectContaining(whole(4, 3)),
      {
        ...whole(20, 2),
        first: 19,
      },
    ],
  });
});

test('a line that some block needs was not inserted: only part of it was', () => {
  expect(insertedLines([grown(2, 5, [3]), whole(4, 3)])).toBeUndefined();
});

test('where something stands in it, nobody knows', () => {
  const block: Stretch = { ...grown(2, 5, [3]), blank: new Array<boolean>(6).fill(false) };
  expect(insertedLines([block])).toBeUndefined();
});

test('lines are missing where what is left fits all blocks', () => {
  const filter: Stretch = { first: 4, count: 1, plannedFirst: 4, planned: 3, gaps: [0] };
  const image: Stretch = { first: 1, count: 4, plannedFirst: 1, planned: 6, gaps: [3] };
  const map: Stretch = { first: 2, count: 2, plannedFirst: 2, planned: 3, gaps: [0, 1, 2] };
  const found = missingLines([filter, image, map]);
  expect(found.found).toEqual([{ at: 4, count: 2 }]);
  expect(found.stretches.map(({ first, count }) => [first, count])).toEqual([
    [4, 3],
    [1, 6],
    [2, 3],
  ]);
});

test('where others have lines that a block lacks, only its name is too short', () => {
  const filter: Stretch = { first: 6, count: 1, plannedFirst: 4, planned: 3, gaps: [0] };
  expect(missingLines([filter, whole(1, 6)])).toEqual({
    found: [],
    stretches: [expect.objectContaining({ first: 4, count: 3 }), whole(1, 6)],
  });
});

test('a block whose cells are gone is missed where the next one has come closer', () => {
  const after = { ...whole(12, 3), first: 11 };
  expect(goneStretch({ plannedFirst: 8, planned: 1 }, [whole(1, 5), after])).toMatchObject({
    first: 8,
    count: 0,
    planned: 1,
  });
  expect(goneStretch({ plannedFirst: 8, planned: 1 }, [whole(1, 5), whole(12, 3)])).toBeUndefined();
});

test('beside blocks, lines go with the block after them', () => {
  const map = lineMap([whole(1, 3), { ...whole(8, 2), first: 10 }])!;
  expect([0, 1, 3, 7, 8, 9, 12].map(map)).toEqual([0, 1, 3, 9, 10, 11, 14]);
});

test('any lines that are inserted into blocks side by side are found', () => {
  const anyBlocks = fc.array(fc.record({ first: fc.nat(10), count: fc.integer({ min: 3, max: 8 }) }), {
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(
    fc.property(
      anyBlocks,
      fc.integer({ min: 2, max: 12 }),
      fc.integer({ min: 1, max: 3 }),
      (blocks, at, lines) => {
        const torn = blocks.map(({ first, count }): Stretch => {
          const planned = { plannedFirst: first, planned: count };
          if (at <= first) return { ...planned, first: first + lines, count };
          if (at >= first + count) return { ...planned, first, count };
          const blank = Array.from({ length: count + lines }, (_, line) => {
            const here = first + line;
            return here >= at && here < at + lines;
          });
          return { ...planned, first, count: count + lines, blank };
        });
        const isTorn = torn.some(({ count, planned }) => count > planned);
        const { found, stretches } = insertedLines(torn)!;
        expect(found).toEqual(isTorn ? Array.from({ length: lines }, (_, line) => at + line) : []);
        expect(lineMap(stretches)).toBeDefined();
      },
    ),
  );
});
