import { labelAt, type ImageSet } from '../../src/data/imageSet';
import { relabelled } from '../../src/data/relabel';

const set: ImageSet = {
  name: 'letters',
  channels: 1,
  height: 1,
  width: 1,
  count: 3,
  pixels: Uint8Array.of(1, 2, 3),
  pixelScale: 255,
  labels: Uint8Array.of(0, 1, 0),
  multiLabel: false,
  classes: ['a', 'b'],
};

test('classes in another order keep their images', () => {
  const other = relabelled(set, ['b', 'a'])!;
  expect([0, 1, 2].map((index) => labelAt(other, index))).toEqual(['a', 'b', 'a']);
  expect([...other.labels]).toEqual([1, 0, 1]);
});

test('a set may have fewer classes than the network tells', () => {
  expect(relabelled(set, ['c', 'a', 'b'])).toMatchObject({
    classes: ['c', 'a', 'b'],
    labels: Uint8Array.of(1, 2, 1),
  });
});

test('a class that the network does not tell is no match', () => {
  expect(relabelled(set, ['a', 'c'])).toBeUndefined();
});

test('several labels to an image move with their classes', () => {
  const multiLabel = { ...set, multiLabel: true, labels: Uint8Array.of(1, 0, 1, 1, 0, 0) };
  const other = relabelled(multiLabel, ['b', 'x', 'a'])!;
  expect([...other.labels]).toEqual([0, 0, 1, 1, 0, 1, 0, 0, 0]);
  expect([0, 1, 2].map((index) => labelAt(other, index))).toEqual(['a', 'b + a', 'none']);
});
