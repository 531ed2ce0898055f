import fs from 'node:fs';
import path from 'node:path';
import { makeSet } from '../../../src/data/generators';
import { readIdx } from '../../../src/data/idx';
import type { ImageSet } from '../../../src/data/imageSet';
import { randomAt } from '../../../src/data/randomAt';
import { shiftedLabels } from '../../../src/data/reading/shiftedLabels';

/** Each image gets the label that stood `by` places further on. */
function shifted(set: ImageSet, by: number): ImageSet {
  const { count, labels } = set;
  return { ...set, labels: labels.map((_, image) => labels[(image + by + count) % count]) };
}

function inOrderOfLabels(set: ImageSet): ImageSet {
  const size = set.channels * set.height * set.width;
  const order = [...set.labels.keys()].sort((a, b) => set.labels[a] - set.labels[b]);
  const pixels = set.pixels.slice();
  order.forEach((from, to) => pixels.set(set.pixels.subarray(from * size, (from + 1) * size), to * size));
  return { ...set, pixels, labels: set.labels.map((_, image) => set.labels[order[image]]) };
}

const SINGLE_LABEL = ['digits', 'sevens', 'shapes', 'bars'] as const;

describe.each(SINGLE_LABEL)('%s', (name) => {
  const set = makeSet(name, 3, 500);

  test('nothing is said of labels as they should be, in any order', () => {
    expect(shiftedLabels(set)).toBeUndefined();
    expect(shiftedLabels(inOrderOfLabels(set))).toBeUndefined();
    expect(shiftedLabels(shifted(inOrderOfLabels(set), 1))).toBeUndefined();
  });

  test('nor of labels by chance', () => {
    const draw = randomAt(1, 2);
    const labels = set.labels.map(() => Math.floor(draw() * set.classes.length));
    expect(shiftedLabels({ ...set, labels })).toBeUndefined();
  });
});

test.each(['digits', 'bars', 'shapes'] as const)('labels of %s that are shifted are told', (name) => {
  const set = makeSet(name, 3, 500);
  expect(shiftedLabels(shifted(set, 1))).toContain('1 place further up');
  expect(shiftedLabels(shifted(set, -1))).toContain('1 place further down');
  expect(shiftedLabels(shifted(set, 2))).toContain('2 places further up');
});

test('few images, and several labels, are left alone', () => {
  expect(shiftedLabels(shifted(makeSet('bars', 1, 100), 1))).toBeUndefined();
  expect(shiftedLabels(makeSet('strokes', 1, 1000))).toBeUndefined();
});

const folder = path.join(__dirname, '../../../../shared/data');
const files = ['mnist-2000-images-idx3-ubyte.gz', 'mnist-2000-labels-idx1-ubyte.gz'].map((name) =>
  path.join(folder, name),
);
const isThere = files.every((file) => fs.existsSync(file));
const why = isThere ? '' : ` (skipped: they are looked for in ${folder}, which is not there)`;
(isThere ? test : test.skip)(`those of real digits, too${why}`, async () => {
  const set = await readIdx(
    files.map((file) => ({ name: path.basename(file), bytes: new Uint8Array(fs.readFileSync(file)).buffer })),
  );
  expect(shiftedLabels(set)).toBeUndefined();
  expect(shiftedLabels(shifted(set, 1))).toContain('1 place further up');
});
