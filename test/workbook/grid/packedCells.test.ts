import fc from 'fast-check';
import { type ICellData, ObjectMatrix } from '@univerjs/core';
import type { WholeCells } from '../../../src/workbook/grid/writing/wholeCells';
import type { CellPatches } from '../../../src/workbook/grid/writing/writes';
import { packedAt, unpacked } from '../../../src/workbook/grid/writing/packedCells';

const style = fc.option(fc.constantFrom('a1', 'b2'), { nil: undefined });
const number = fc.record({ v: fc.double(), t: fc.constant(2), s: style }, { requiredKeys: ['v', 't'] });
const cell: fc.Arbitrary<ICellData | null> = fc.oneof(
  number,
  fc.constant(null),
  fc.record({ v: fc.string(), t: fc.constant(1), s: style }),
  fc.record({ v: fc.double(), t: fc.constant(2), f: fc.constant('=A1') }),
  fc.record({ v: fc.constantFrom(0, 1), t: fc.constant(3) }),
  fc.record({ v: fc.double(), t: fc.constant(2), custom: fc.constant({ format: '0.00' }) }),
  fc.record({ s: fc.record({ bg: fc.constant({ rgb: '#fff' }) }) }),
  fc.constant({}),
);
const place = (most: number) => fc.integer({ min: 0, max: most }).map(String);
const cells = fc.dictionary(place(1_048_575), fc.dictionary(place(16_383), cell, { minKeys: 1 }));

/** All cells there are, and so many patches for them. */
const packed = (all: WholeCells) => packedAt(new ObjectMatrix(all), all as CellPatches, () => null);

test('cells come out as they went in', () => {
  fc.assert(fc.property(cells, (all) => expect(unpacked(packed(all))).toEqual(all)));
});

test('of many numbers little is kept but numbers', () => {
  const { others, numbers } = packed({ 3: { 4: { v: 0.1, t: 2, s: 'a' }, 5: { v: -0, t: 2, f: null } } });
  expect(others.size).toBe(0);
  expect([...numbers]).toEqual([0.1, -0]);
});
