import fs from 'node:fs';
import path from 'node:path';
import { fromRows, readCsv } from '../../src/data/csv';
import { headerOf, rowsOf } from '../../src/data/encode';
import { readIdx, writeIdx } from '../../src/data/idx';
import type { ImageSet } from '../../src/data/imageSet';

const FOLDER = path.join(__dirname, '..', '..', '..', 'shared', 'data');
const present = fs.existsSync(path.join(FOLDER, 'mnist-2000-images-idx3-ubyte.gz'));
const why = present ? '' : ` (skipped: real digits are looked for in ${FOLDER}, which is not there)`;

(present ? describe : describe.skip)(`real MNIST digits${why}`, () => {
  async function read(name: string): Promise<ImageSet> {
    const files = [`${name}-images-idx3-ubyte.gz`, `${name}-labels-idx1-ubyte.gz`];
    return readIdx(
      files.map((file) => ({
        name: file,
        bytes: Uint8Array.from(fs.readFileSync(path.join(FOLDER, file))).buffer,
      })),
    );
  }

  it.each([
    ['mnist-2000', 2000],
    ['mnist-test-500', 500],
  ])('are read: %s', async (name, count) => {
    const set = await read(name);
    expect(set).toMatchObject({
      name,
      count,
      channels: 1,
      height: 28,
      width: 28,
      pixelScale: 255,
      multiLabel: false,
    });
    expect(set.classes).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
    const sum = Array.from(set.pixels).reduce((total, value) => total + value, 0);
    const inked = sum / set.pixels.length / 255;
    expect(Math.abs(inked - 0.1307)).toBeLessThan(0.01); // MNIST's known mean
  });

  it('come back bit for bit from IDX, and from CSV as Kaggle writes it', async () => {
    const set = await read('mnist-test-500');
    const { images, labels } = writeIdx(set);
    const files = [
      { name: 'mnist-test-500-images-idx3-ubyte', bytes: Uint8Array.from(images).buffer },
      { name: 'mnist-test-500-labels-idx1-ubyte', bytes: Uint8Array.from(labels).buffer },
    ];
    expect(await readIdx(files)).toEqual(set);

    const header = ['label', ...Array.from({ length: 784 }, (_, i) => `pixel${i}`)];
    const rows = rowsOf(set, 0, set.count).map((row) => row.slice(1));
    const text = [header, ...rows].map((row) => row.join(',')).join('\r\n');
    expect(readCsv('mnist-test-500.csv', text)).toEqual(set);
  });

  it('come back bit for bit from a worksheet', async () => {
    const set = await read('mnist-test-500');
    expect(fromRows([headerOf(set), ...rowsOf(set, 0, set.count)], set.name)).toEqual(set);
  });
});
