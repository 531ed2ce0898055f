import fc from 'fast-check';
import { gzipSync } from 'node:zlib';
import { readIdx, writeIdx, type NamedBytes } from '../../src/data/idx';
import { DataError, type ImageSet } from '../../src/data/imageSet';
import { anySet, smallSet } from './support/sets';

const IMAGES = [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2, 10, 20, 30, 255]; // 2 images of 1 × 2
const LABELS = [0, 0, 8, 1, 0, 0, 0, 2, 1, 3];

function file(name: string, bytes: Iterable<number>): NamedBytes {
  return { name, bytes: Uint8Array.from(bytes).buffer };
}

async function faultOf(...files: NamedBytes[]): Promise<DataError> {
  const fault = await readIdx(files).catch((thrown: unknown) => thrown);
  expect(fault).toBeInstanceOf(DataError);
  return fault as DataError;
}

describe('readIdx', () => {
  const images = file('toy-images-idx3-ubyte', IMAGES);
  const labels = file('toy-labels-idx1-ubyte', LABELS);
  const expected = {
    name: 'toy',
    channels: 1,
    height: 1,
    width: 2,
    count: 2,
    pixels: Uint8Array.from([10, 20, 30, 255]),
    pixelScale: 255,
    labels: Uint8Array.from([1, 3]),
    multiLabel: false,
    classes: ['0', '1', '2', '3'],
  };

  it('pairs images with labels, in either order', async () => {
    expect(await readIdx([images, labels])).toEqual(expected);
    expect(await readIdx([labels, images])).toEqual(expected);
  });

  it('unpacks gzip, whatever the name says', async () => {
    const packed = file('toy-images-idx3-ubyte.gz', gzipSync(Uint8Array.from(IMAGES)));
    const plainUnderItsName = file('toy-labels-idx1-ubyte.gz', LABELS);
    expect(await readIdx([packed, plainUnderItsName])).toEqual(expected);
  });

  it.each([
    ['train-images.idx3-ubyte', 'train'],
    ['t10k-images-idx3-ubyte.gz', 't10k'],
    ['numbers', 'numbers'],
  ])('names the set after the file %s', async (name, set) => {
    expect((await readIdx([file(name, IMAGES), labels])).name).toBe(set);
  });

  it('reads back what writeIdx has written', async () => {
    await fc.assert(
      fc.asyncProperty(anySet, fc.boolean(), async (set, packed) => {
        const back = await readIdx(filesOf(set, packed));
        expect({ ...back, classes: set.classes }).toEqual(set);
        expect(back.classes).toEqual(set.classes.slice(0, Math.max(...set.labels) + 1));
      }),
    );
  });

  it('reads back several labels', async () => {
    const set = smallSet({
      name: 'any',
      multiLabel: true,
      labels: Uint8Array.from([1, 1, 0, 1]),
      classes: ['0', '1'],
    });
    expect(await readIdx(filesOf(set))).toEqual(set);
  });

  it("reads labels of one number each as classes, as Keras's of CIFAR are", async () => {
    const [images, labels] = filesOf(
      smallSet({ labels: Uint8Array.of(1, 3), classes: ['0', '1', '2', '3'] }),
    );
    const bytes = new Uint8Array(labels.bytes);
    const column = file('labels', [0, 0, 8, 2, 0, 0, 0, 2, 0, 0, 0, 1, ...bytes.subarray(8)]);
    expect(await readIdx([images, column])).toMatchObject({ multiLabel: false, labels: Uint8Array.of(1, 3) });
  });
});

describe('writeIdx', () => {
  it('writes the bytes of MNIST', () => {
    const set = smallSet({
      height: 1,
      width: 2,
      pixels: Uint8Array.from([10, 20, 30, 255]),
      labels: Uint8Array.of(1, 3),
    });
    expect([...writeIdx(set).images]).toEqual(IMAGES);
    expect([...writeIdx(set).labels]).toEqual(LABELS);
  });

  // 0.5 of 255 is 127.5, to the even 128.
  it('brings other units to 0 … 255', () => {
    const set = smallSet({ pixels: Float64Array.of(0, 0.25, 0.5, 1, 0, 0, 0, 0), pixelScale: 1 });
    expect([...writeIdx(set).images.subarray(16)]).toEqual([0, 64, 128, 255, 0, 0, 0, 0]);
  });
});

describe('readIdx says', () => {
  const images = file('i', IMAGES);
  const labels = file('l', LABELS);
  const changed = (bytes: number[], at: number, to: number): number[] =>
    bytes.map((byte, i) => (i === at ? to : byte));

  it('that a file is missing, or is one too many', async () => {
    expect(await faultOf(labels)).toMatchObject({
      file: 'l',
      message:
        'Expected one file of images and one of labels; found images: none; labels: l. ' +
        'Choose both files of a pair at once, such as train-images-idx3-ubyte.gz and train-labels-idx1-ubyte.gz.',
    });
    expect((await faultOf(images)).message).toMatch(/images: i; labels: none/);
    expect((await faultOf(images, file('i2', IMAGES), labels)).message).toMatch(/images: i, i2; labels: l\./);
    expect((await faultOf()).message).toMatch(/images: none; labels: none/);
  });

  it('that counts differ', async () => {
    const three = file('three', [0, 0, 8, 1, 0, 0, 0, 3, 1, 2, 3]);
    const fault = await faultOf(images, three);
    expect(fault.message).toMatch(
      /^i has 2 images but three has 3 labels; expected as many labels as images\./,
    );
    expect(fault.file).toBe('three');
  });

  it('how long a file should be that is cut short', async () => {
    expect(await faultOf(file('i', IMAGES.slice(0, -1)), labels)).toMatchObject({
      file: 'i',
      message: 'i ends too early: expected 20 bytes, found 19. Download it again.',
    });
    expect((await faultOf(file('i', IMAGES.slice(0, 9)), labels)).message).toMatch(
      /expected 16 bytes, found 9/,
    );
  });

  it('that it is packed so as to fill all memory, without unpacking it', async () => {
    const bomb = gzipSync(new Uint8Array([0, 0, 8, 1, 0, 0, 0, 2, 0, 1, ...new Uint8Array(60_000_000)]));
    const told = (await faultOf(images, { name: 'l.gz', bytes: new Uint8Array(bomb).buffer })).message;
    const [, more] = /^l\.gz says it holds 2 bytes, but at least ([\d,]+) more follow/.exec(told)!;
    expect(Number(more.replaceAll(',', ''))).toBeLessThan(1_000_000);
  });

  it('that it says to hold more than is read', async () => {
    const most = [0, 0, 8, 3, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 9, 7, 7, 7, 7];
    const told = (await faultOf(file('i', most), labels)).message;
    expect(told).toMatch(
      /^i is an array of 65536 × 65536 × 9 numbers, more than the 1,073,741,824 that are read/,
    );
  });

  it('that more follows than should', async () => {
    expect((await faultOf(images, file('l', [...LABELS, 0]))).message).toMatch(
      /^l says it holds 2 bytes, but at least 1 more/,
    );
  });

  it('that there is nothing in a file', async () => {
    const none = file('none', [0, 0, 8, 3, 0, 0, 0, 0, 0, 0, 0, 28, 0, 0, 0, 28]);
    expect((await faultOf(none, labels)).message).toMatch(
      /^none is an array of 0 × 28 × 28 numbers; expected/,
    );
  });

  it('that no file has as many numbers as it says', async () => {
    const most = [255, 255, 255, 255];
    const huge = file('huge', [0, 0, 8, 3, ...most, ...most, ...most, 1, 2]);
    expect((await faultOf(huge, labels)).message).toMatch(
      /^huge is an array of 4294967295 × 4294967295 × 4294967295 numbers; expected images/,
    );
  });

  it('what elements a file has that are no bytes', async () => {
    expect((await faultOf(file('i', changed(IMAGES, 2, 0x0d)), labels)).message).toBe(
      'i holds 32-bit floats; expected unsigned bytes, 0 … 255.',
    );
  });

  it.each([
    ['begins with the bytes 63 61 74 2c', [0x63, 0x61, 0x74, 0x2c]],
    ['begins with the bytes 00 00 01 03', changed(IMAGES, 2, 1)],
    ['begins with the bytes (none: it is empty)', []],
    ['is a ZIP archive; unpack it', [0x50, 0x4b, 3, 4]],
    ['is a web page', [0x3c, 0x21, 0x44, 0x4f]],
    ['is a PNG picture; import it as a picture', [0x89, 0x50, 0x4e, 0x47]],
  ])('that a file is not an IDX file: it %s', async (words, bytes) => {
    const fault = await faultOf(file('odd', bytes), labels);
    expect(fault.message).toMatch(/^odd is not an IDX file\. It /);
    expect(fault.message).toContain(words);
    expect(fault.file).toBe('odd');
  });

  it('that a packed file is damaged', async () => {
    const packed = gzipSync(Uint8Array.from(IMAGES));
    expect((await faultOf(file('i.gz', packed.subarray(0, -9)), labels)).message).toMatch(
      /^i\.gz is packed by gzip but/,
    );
    expect((await faultOf(file('i.gz', changed([...packed], 12, 255)), labels)).message).toMatch(
      /it is damaged/,
    );
  });

  it('which of several labels is neither 0 nor 1', async () => {
    const multiLabel = file('s', [0, 0, 8, 2, 0, 0, 0, 2, 0, 0, 0, 2, 0, 1, 2, 0]);
    expect(await faultOf(images, multiLabel)).toMatchObject({
      row: 2,
      message: 's: a label of image 2 is 2; expected 0 or 1, as the file gives each image 2 labels.',
    });
  });
});

function filesOf(set: ImageSet, packed = false): NamedBytes[] {
  const { images, labels } = writeIdx(set);
  return [
    file(`${set.name}-images-idx3-ubyte`, packed ? gzipSync(images) : images),
    file(`${set.name}-labels-idx1-ubyte`, labels),
  ];
}
