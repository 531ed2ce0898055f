import { setId } from '../../src/data/store';
import { canPack, packSet, unpackSet } from '../../src/data/packedSet';
import type { ImageSet } from '../../src/data/imageSet';
import { smallSet } from './support/sets';

const { pixels } = smallSet();

test.each<[string, ImageSet]>([
  ['bytes', smallSet()],
  [
    'numbers of 32 bits',
    smallSet({ pixels: Float32Array.from(pixels, (value) => value / 255), pixelScale: 1 }),
  ],
  [
    'numbers of 64 bits',
    smallSet({ pixels: Float64Array.from(pixels, (value) => value / 3), pixelScale: 1 }),
  ],
  ['several labels', smallSet({ multiLabel: true, labels: Uint8Array.of(0, 1, 1, 0) })],
  ['a name and classes in any script', smallSet({ name: '<Zahlen> & "数"', classes: ['katt', '牛'] })],
])('a set of %s is the same when it is unpacked', async (_, set) => {
  const text = await packSet(set);
  expect(text).toMatch(/^[A-Za-z0-9+/=]+$/);
  const unpacked = await unpackSet(text);
  expect(unpacked).toEqual(set);
  expect(await setId(unpacked)).toBe(await setId(set));
});

test('2,000 images of 28×28 are small enough, and one more is not', () => {
  const ofSize = (count: number) => canPack({ pixels: new Uint8Array(count * 28 * 28) });
  expect([ofSize(2000), ofSize(2001)]).toEqual([true, false]);
});

test('a text that is no set is an error in words', async () => {
  await expect(unpackSet('bm90aGluZw==')).rejects.toThrow('Images in the workbook cannot be read');
});
