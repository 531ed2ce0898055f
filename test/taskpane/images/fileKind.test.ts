import { DataError } from '../../../src/data/imageSet';
import { isClutter, kindOf } from '../../../src/taskpane/images/fileKind';

test.each([
  [['train-images-idx3-ubyte.gz', 'train-labels-idx1-ubyte.gz'], 'idx'],
  [['t10k-images.idx3-ubyte', 't10k-labels.idx1-ubyte'], 'idx'],
  [['train-images-idx3-ubyte', 'train-labels-idx1-ubyte'], 'idx'],
  [['images.idx', 'labels.idx'], 'idx'],
  [['train.CSV'], 'csv'],
  [['train.tsv'], 'csv'],
  [['train.csv.gz'], 'csv'],
  [['7-1.png', 'cat.JPEG'], 'pictures'],
  [['set/7/1.png', 'set/readme.txt', 'set/7/.DS_Store'], 'pictures'],
  [['set/train-images-idx3-ubyte', 'set/train-labels-idx1-ubyte', 'set/.DS_Store'], 'idx'],
] as const)('%j: %s', (paths, kind) => {
  expect(kindOf(paths)).toBe(kind);
});

test.each([
  [['7.png', 'train.csv'], 'Found pictures (7.png) and a CSV file (train.csv) among the chosen files'],
  [['a.csv', 'b.csv'], 'Found 2 CSV files (a.csv, b.csv); choose one at a time.'],
  [['mnist.zip'], 'mnist.zip is of a kind that cannot be imported; expected two IDX files'],
  [['set/.DS_Store'], 'There are no files in this folder.'],
])('%j is refused in words', (paths, words) => {
  expect(() => kindOf(paths)).toThrow(DataError);
  expect(() => kindOf(paths)).toThrow(words);
});

test('what systems leave in folders is passed over', () => {
  expect(['a/.DS_Store', 'Thumbs.db', 'a/desktop.ini', '.hidden', 'a/7.png', 'a.b'].map(isClutter)).toEqual([
    true,
    true,
    true,
    true,
    false,
    false,
  ]);
});
