import fc from 'fast-check';
import { fromRows } from '../../src/data/csv';
import { headerOf, rowsOf } from '../../src/data/encode';
import { makeSet } from '../../src/data/generators';
import { anySet, smallSet } from './support/sets';

describe('the Data sheet', () => {
  it('has a header that counts from 1', () => {
    expect(headerOf(smallSet())).toEqual([
      'image',
      'label',
      'pixel 1 1',
      'pixel 1 2',
      'pixel 2 1',
      'pixel 2 2',
    ]);
    expect(headerOf(smallSet({ channels: 3, height: 1, width: 1 })).slice(2)).toEqual([
      'pixel 1 1 1',
      'pixel 2 1 1',
      'pixel 3 1 1',
    ]);
  });

  it('has a row for each image: its number, its label, its pixels', () => {
    expect(rowsOf(smallSet(), 0, 2)).toEqual([
      [1, 'cat', 0, 51, 102, 153],
      [2, 'dog', 204, 255, 1, 2],
    ]);
    expect(rowsOf(smallSet({ classes: ['3', '7'] }), 1, 2)).toEqual([[2, 7, 204, 255, 1, 2]]);
  });

  it('has what is no byte as 0 … 1', () => {
    const [row] = rowsOf(smallSet({ pixelScale: 100, pixels: Uint8Array.of(0, 7, 50, 100) }), 0, 1);
    expect(row).toEqual([1, 'cat', 0, 0.07, 0.5, 1]);
  });

  it('is read back as it was', () => {
    fc.assert(
      fc.property(anySet, (set) => {
        expect(fromRows([headerOf(set), ...rowsOf(set, 0, set.count)], set.name, { shape: set })).toEqual(
          set,
        );
      }),
    );
  });

  it('gives back the very numbers of a generator', () => {
    const set = makeSet('shapes', 1, 20);
    const back = fromRows([headerOf(set), ...rowsOf(set, 0, 20)], set.name);
    expect(back).toMatchObject({ channels: 3, height: 16, width: 16, pixelScale: 1 });
    expect(back.pixels).toEqual(Float64Array.from(set.pixels, (value) => value / 100));
    expect([...back.labels].map((label) => back.classes[label])).toEqual(
      [...set.labels].map((label) => set.classes[label]),
    );
  });
});
