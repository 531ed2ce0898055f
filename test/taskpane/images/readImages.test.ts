import { File } from 'node:buffer';
import { gzipSync } from 'node:zlib';
import { writeIdx } from '../../../src/data/idx';
import { readImages, type Wanted } from '../../../src/taskpane/images/readImages';
import { smallSet } from '../../data/support/sets';

const wanted = (changes: Partial<Wanted> = {}): Wanted => ({
  channels: 1,
  height: 2,
  width: 2,
  invert: false,
  signal: new AbortController().signal,
  progress: () => undefined,
  ...changes,
});
const read = async (files: readonly [string, string | Uint8Array][], changes?: Partial<Wanted>) =>
  (
    await readImages(
      files.map(([name, content]) => new File([content], name) as unknown as globalThis.File),
      wanted(changes),
    )
  ).set;

test('a pair of IDX files', async () => {
  const { images, labels } = writeIdx(smallSet());
  const set = await read([
    ['pets-labels-idx1-ubyte', labels],
    ['pets-images-idx3-ubyte', images],
  ]);
  expect(set).toMatchObject({ name: 'pets', count: 2, height: 2, width: 2 });
});

test('a CSV file in the shape of the notebook, square or not', async () => {
  const set = await read([['cells.csv', '7,0,255,0,255\n']], { height: 1, width: 4 });
  expect(set).toMatchObject({ count: 1, channels: 1, height: 1, width: 4, classes: ['7'] });
});

test('a CSV file of another size is read, for a notebook yet to be built', async () => {
  const set = await read([['cells.csv', '7,0,255,0,255\n']], { height: 28, width: 28 });
  expect(set).toMatchObject({ height: 2, width: 2 });
});

test('a CSV file that is packed by gzip', async () => {
  const set = await read([['cells.csv.gz', gzipSync('7,0,255,0,255\n')]]);
  expect(set).toMatchObject({ name: 'cells', count: 1, classes: ['7'] });
  const cut = gzipSync('7,0,255,0,255\n').subarray(0, 20);
  await expect(read([['cells.csv.gz', cut]])).rejects.toThrow(
    'cells.csv.gz begins as a gzip file, but it cannot be unpacked',
  );
});

test('of two refusals the one that came further is told', async () => {
  const cells = '7,0,255,0,255\n3,0,255,0,x\n';
  await expect(read([['cells.csv', cells]], { height: 28, width: 28 })).rejects.toThrow('row 2, column 5');
  await expect(read([['cells.csv', '7,0,255\n']])).rejects.toThrow('expected 1 × 2 × 2');
});

test('pictures for two channels are refused before they are decoded', async () => {
  await expect(read([['7.png', '']], { channels: 2 })).rejects.toThrow('This notebook reads 2 channels');
});

test('what was cancelled comes to nothing', async () => {
  const signal = AbortSignal.abort();
  await expect(read([['cells.csv', '7,0,255,0,255\n']], { signal })).rejects.toBe(signal.reason);
});
