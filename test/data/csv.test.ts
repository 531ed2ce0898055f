import fc from 'fast-check';
import { fromRows, readCsv, readCsvFile } from '../../src/data/csv';
import { DataError, type ImageSet } from '../../src/data/imageSet';
import { ImageTable } from '../../src/data/imageTable';
import { rowsOf } from '../../src/data/encode';
import { anySet } from './support/sets';

/** A set as a person sees it: shape, and each image's label and pixels as read. */
function seen(set: ImageSet): unknown {
  const { channels, height, width, count, pixels, pixelScale, classes, labels } = set;
  const size = pixels.length / count;
  const images = Array.from({ length: count }, (_, i) => [
    classes[labels[i]],
    ...pixels.subarray(i * size, (i + 1) * size),
  ]);
  return { shape: [channels, height, width], pixelScale, images };
}

function faultOf(read: () => unknown): DataError {
  try {
    read();
  } catch (fault) {
    expect(fault).toBeInstanceOf(DataError);
    return fault as DataError;
  }
  throw new Error('Nothing was thrown.');
}

const TWO = {
  shape: [1, 2, 2],
  pixelScale: 255,
  images: [
    ['7', 0, 128, 255, 3],
    ['1', 9, 8, 7, 6],
  ],
};

describe('readCsv', () => {
  it.each([
    ['without a header', '7,0,128,255,3\n1,9,8,7,6\n'],
    ["with Kaggle's header", 'label,pixel0,pixel1,pixel2,pixel3\n7,0,128,255,3\n1,9,8,7,6'],
    ['with the label last', 'a,b,c,d,Class\r\n0,128,255,3,7\r\n9,8,7,6,1\r\n'],
    ['with a column that counts', ',label,1x1,1x2,2x1,2x2\n0,7,0,128,255,3\n1,1,9,8,7,6'],
    ['with semicolons', '7;0;128;255;3\n1;9;8;7;6'],
    ['with tabs', '7\t0\t128\t255\t3\n1\t9\t8\t7\t6'],
    ['with quotation marks and spaces', '"7", 0,"128",255 ,3\n"1",9,8,7,6'],
    ['with a byte order mark', '\uFEFF7,0,128,255,3\n1,9,8,7,6'],
    ['with empty rows and empty cells at the end', '\n7,0,128,255,3,,\n\n1,9,8,7,6,,\n,,\n'],
    ['with labels that look like decimals', '7.0,0,128,255,3\n1.0,9,8,7,6'],
  ])('reads a table %s', (_, text) => {
    expect(seen(readCsv('two.csv', text))).toEqual(TWO);
  });

  it('takes the name of the file', () => {
    expect(readCsv('two.images.csv', '7,0,128,255,3').name).toBe('two.images');
  });

  it('sorts classes naturally: numbers by value, then words', () => {
    const set = readCsv('t.csv', 'b,0\n10,0\n2,0\na10,0\na9,2\n');
    expect(set.classes).toEqual(['2', '10', 'a9', 'a10', 'b']);
    expect([...set.labels]).toEqual([4, 1, 0, 3, 2]);
  });

  it('takes words for labels without taking the row for a header', () => {
    expect(seen(readCsv('t.csv', 'cat,0,1,2,3'))).toMatchObject({ images: [['cat', 0, 1, 2, 3]] });
  });

  it('takes numbers up to 1 as they are, with a decimal comma where commas do not separate', () => {
    const expected = { shape: [1, 2, 2], pixelScale: 1, images: [['7', 0, 0.5, 0.25, 1]] };
    expect(seen(readCsv('t.csv', '7,0,0.5,0.25,1'))).toEqual(expected);
    expect(seen(readCsv('t.csv', '7;0;0,5;,25;1'))).toEqual(expected);
  });

  it('keeps bytes as bytes, and fractions in doubles', () => {
    expect(readCsv('t.csv', '7,255').pixels).toBeInstanceOf(Uint8Array);
    expect(readCsv('t.csv', '7,254.5')).toMatchObject({ pixels: Float64Array.of(254.5), pixelScale: 255 });
    expect(readCsv('t.csv', '7,1\n7,0.1').pixels).toEqual(Float64Array.of(1, 0.1));
  });

  it('makes squares in grey or in three channels, or the shape that is given', () => {
    const row = (size: number): string => ['7', ...new Array<number>(size).fill(200)].join(',');
    expect(readCsv('t.csv', row(784))).toMatchObject({ channels: 1, height: 28, width: 28 });
    expect(readCsv('t.csv', row(768))).toMatchObject({ channels: 3, height: 16, width: 16 });
    const shape = { channels: 2, height: 3, width: 5 };
    expect(readCsv('t.csv', row(30), { shape })).toMatchObject(shape);
  });

  it('reads back any set', () => {
    fc.assert(
      fc.property(
        anySet,
        fc.constantFrom(',', ';', '\t'),
        fc.constantFrom('\n', '\r\n'),
        (set, separator, end) => {
          const rows = rowsOf(set, 0, set.count).map(([, ...row]) => row.join(separator));
          expect(readCsv('any.csv', rows.join(end), { shape: set })).toEqual(set);
        },
      ),
    );
  });

  it("reads 2,000 of MNIST's size, a row at a time", () => {
    const row = ['7', ...Array.from({ length: 784 }, (_, i) => i % 256)].join(',');
    const rows = jest.spyOn(ImageTable.prototype, 'add');
    expect(readCsv('large.csv', new Array<string>(2000).fill(row).join('\n')).count).toBe(2000);
    expect(rows).toHaveBeenCalledTimes(2000);
    rows.mockRestore();
  });
});

describe('readCsv says', () => {
  it.each([
    [
      '7,0,0,0,0\n7,0,abc,0,0',
      2,
      3,
      "t.csv, row 2, column 3: the pixel is 'abc'; expected a number, 0 … 255 or 0 … 1.",
    ],
    ['7,0,0,0,0\n7,0,,0,0', 2, 3, 'the pixel is empty; expected a number'],
    ['7,0,0,0,256', 1, 5, "the pixel is '256'; expected"],
    ['7,-1,0,0,0', 1, 2, "the pixel is '-1'; expected"],
    [
      'label,a,b,c,d\n,0,0,0,0',
      2,
      1,
      't.csv, row 2, column 1: the label is missing; expected a number or a word.',
    ],
    [
      '7,0,0,0,0\n7,0,0,0',
      2,
      undefined,
      't.csv, row 2: the row has 4 cells; expected 5, as in the first row.',
    ],
    ['7,0,0,0,0\n7,0,0,0,0,0', 2, undefined, 'the row has 6 cells; expected 5'],
    [
      '7,0,0,0,0,0',
      1,
      undefined,
      't.csv, row 1: an image has 5 pixels, which is not a square number; expected one',
    ],
    ['7', 1, undefined, 'an image has 0 pixels, which is not a square number'],
    [
      'pixel0,pixel1\n0,0',
      1,
      undefined,
      "t.csv, row 1: the header names no label; it begins 'pixel0', 'pixel1'.",
    ],
    ['7,"0,0,0,0', 1, undefined, 't.csv, row 1: a quotation mark opens or closes where it should not.'],
  ])('what is wrong, and where: %j', (text, row, column, message) => {
    const fault = faultOf(() => readCsv('t.csv', text));
    expect(fault.message).toContain(message);
    expect(fault).toMatchObject({ file: 't.csv', row, column });
  });

  it('that the shape given is another', () => {
    const shape = { channels: 3, height: 2, width: 2 };
    expect(faultOf(() => readCsv('t.csv', '7,0,0,0,0', { shape })).message).toBe(
      't.csv, row 1: an image has 4 pixels; expected 3 × 2 × 2 (channels, height, width).',
    );
  });

  it.each(['', '\n\n', 'label,a,b,c,d\n'])('that there are no images in %j', (text) => {
    expect(faultOf(() => readCsv('t.csv', text)).message).toMatch(
      /^t\.csv: there are no images in it\. Expected/,
    );
  });

  it('that there are too many classes', () => {
    const text = Array.from({ length: 300 }, (_, i) => `${i},0`).join('\n');
    expect(faultOf(() => readCsv('t.csv', text)).message).toMatch(
      /^t\.csv, column 1: there are 300 different labels \('0', '1', '2' …\); expected at most 256\./,
    );
  });
});

describe('what other programs write', () => {
  const counted = (from: number, count: number) => Array.from({ length: count }, (_, i) => from + i);
  /** An image of 3 × 3 fractions. */
  const NINE = '0.5,0,0.25,1,0,0,0,0,0';
  const READ = { shape: [1, 3, 3], pixelScale: 1, images: [['7', 0.5, 0, 0.25, 1, 0, 0, 0, 0, 0]] };

  it.each([
    ['of an array, as pandas names its columns', counted(0, 10).join(',')],
    ['of an array whose columns count from 1', counted(1, 10).join(',')],
    ['of a label, then numbers', ['label', ...counted(0, 9)].join(',')],
  ])('names %s, are no image', (_, header) => {
    const set = readCsv('t.csv', `${header}\n7,${NINE}\n`);
    expect(seen(set)).toEqual(READ);
  });

  it('the column that pandas adds in front of them is none', () => {
    expect(seen(readCsv('t.csv', `,${counted(0, 10).join(',')}\n0,7,${NINE}\n`))).toEqual(READ);
  });

  it('a label may stand behind its numbered pixels', () => {
    expect(seen(readCsv('t.csv', `${counted(0, 9).join(',')},label\n${NINE},7\n`))).toEqual(READ);
  });

  it('more columns than a byte has values are names all the same', () => {
    const row = ['7', ...new Array<number>(784).fill(0.5)].join(',');
    const set = readCsv('t.csv', `${['label', ...counted(0, 784)].join(',')}\n${row}`);
    expect(set).toMatchObject({ count: 1, height: 28, pixelScale: 1 });
  });

  it('it is told that such names were taken for names', () => {
    const set = readCsv('t.csv', `${counted(0, 10).join(',')}\n7,${NINE}`);
    expect(set.remarks).toEqual([expect.stringContaining('names of the columns')]);
    expect(readCsv('t.csv', `7,${NINE}`).remarks).toBeUndefined();
  });

  it('few numbers that count are an image', () => {
    expect(seen(readCsv('t.csv', '0,1,2,3,4\n1,9,8,7,255'))).toMatchObject({
      images: [
        ['0', 1, 2, 3, 4],
        ['1', 9, 8, 7, 255],
      ],
    });
  });

  it.each([
    ['sep=;\r\n7;0;128;255;3\r\n1;9;8;7;6', 'Excel'],
    ['sep=,\n7,0,128,255,3\n1,9,8,7,6', 'commas'],
    ['\uFEFF"SEP=|"\n7|0|128|255|3\n1|9|8|7|6', 'any other'],
    ['sep=\t\n7\t0\t128\t255\t3\n1\t9\t8\t7\t6', 'tabs'],
  ])('a first line that names the separator is no row: %j (%s)', (text) => {
    expect(seen(readCsv('two.csv', text))).toEqual(TWO);
  });

  it('behind that line, messages count the lines of the file', () => {
    expect(faultOf(() => readCsv('t.csv', 'sep=;\n7;0;0;0;0\n7;0;x;0;0'))).toMatchObject({
      row: 3,
      column: 3,
    });
  });

  const LETTERS = ['a', 'ä', 'o', 'ö', 'u', 'ü'];
  const TEXT = LETTERS.map((letter) => `${letter},0,128,255,3`).join('\r\n');

  it.each([
    ['UTF-8', new TextEncoder().encode(TEXT)],
    ['UTF-8 with a mark', new TextEncoder().encode(`\uFEFF${TEXT}`)],
    ['UTF-16', Uint8Array.from(Buffer.from(`\uFEFF${TEXT}`, 'utf16le'))],
    ['UTF-16 without a mark', Uint8Array.from(Buffer.from(TEXT, 'utf16le'))],
    ['UTF-16 the other way round', Uint8Array.from(Buffer.from(`\uFEFF${TEXT}`, 'utf16le').swap16())],
    // Its letters above 127 are those of Windows-1252.
    ['Windows-1252', Uint8Array.from(Buffer.from(TEXT, 'latin1'))],
  ])('classes are read in %s', (encoding, bytes) => {
    const { classes, remarks } = readCsvFile('letters.csv', bytes);
    expect([...classes].sort()).toEqual([...LETTERS].sort());
    expect(remarks?.join() ?? '').toMatch(encoding === 'Windows-1252' ? /read as Windows-1252/ : /^$/);
  });

  it.each([
    ['0,1,0.5,0.25', undefined, 1],
    ['0,16,8,4', undefined, 16],
    ['0,17,8,4', undefined, 255],
    ['0,16,8,4', 255, 255],
    ['0,65535,256,4', 65535, 65535],
  ])('pixels %s, with %s chosen, are 0 … %d', (pixels, pixelScale, scale) => {
    const set = readCsv('t.csv', `7,${pixels}`, { pixelScale });
    expect(set.pixelScale).toBe(scale);
    expect([...set.pixels]).toEqual(pixels.split(',').map(Number));
  });

  it('pixels that go further are refused, with what to do', () => {
    expect(faultOf(() => readCsv('t.csv', '7,0,0,0,4000')).message).toContain('choose so under Pixels');
    expect(faultOf(() => readCsv('t.csv', '7,0,0,0,4096', { pixelScale: 4095 })).message).toContain(
      "the pixel is '4096'; expected a number, 0 … 4,095.",
    );
  });
});

describe('fromRows', () => {
  it('reads what Excel gives for a range', () => {
    const rows = [
      ['label', 'p1', 'p2', 'p3', 'p4', ''],
      [7, 0, 128, 255, 3, ''],
      ['', '', '', '', '', ''],
      ['1', 9, 8, '7', 6, ''],
    ];
    const set = fromRows(rows, 'selection');
    expect(set.name).toBe('selection');
    expect(seen(set)).toEqual(TWO);
  });

  it.each([
    [
      [[7, 0, '#N/A', 0, 0]],
      1,
      3,
      "The selected range, row 1, column 3: the pixel is '#N/A'; expected a number",
    ],
    [[[7, 0, '', 0, 0]], 1, 3, 'the pixel is empty'],
    [[[7, 0, true, 0, 0]], 1, 3, 'the pixel is true'],
    [
      [
        ['', '', ''],
        ['', 0, 0, 0, 1],
      ],
      2,
      1,
      'the label is missing',
    ],
  ])('counts row and column from 1 in what it says is wrong: %j', (rows, row, column, message) => {
    const fault = faultOf(() => fromRows(rows, 'selection'));
    expect(fault.message).toContain(message);
    expect(fault).toMatchObject({ file: undefined, row, column });
  });
});
