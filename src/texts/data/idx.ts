import { counted, whole } from '../format';
import { inLanguage } from '../language';

const IMAGES = { one: 'image', other: 'images' };
const LABELS = { one: 'label', other: 'labels' };

/** What is wrong with a pair of IDX files. */
export const idxTexts = inLanguage({
  en: {
    /** Element types of an array, by their byte in the file. */
    elements: {
      0x08: 'unsigned bytes',
      0x09: 'signed bytes',
      0x0b: '16-bit whole numbers',
      0x0c: '32-bit whole numbers',
      0x0d: '32-bit floats',
      0x0e: '64-bit floats',
    } as Readonly<Record<number, string>>,
    wrongElements: (file: string, found: string, expected: string) =>
      `${file} holds ${found}; expected ${expected}, 0 … 255.`,
    /** @param sides "60000 × 28 × 28" */
    wrongShape: (file: string, sides: string) =>
      `${file} is an array of ${sides || 'no'} numbers; expected images [count, height, width] or labels [count], ` +
      'at least one of them.',
    tooLarge: (file: string, sides: string, most: number) =>
      `${file} is an array of ${sides} numbers, more than the ${whole(most)} that are read. Take a part of it.`,
    tooShort: (file: string, expected: number, found: number) =>
      `${file} ends too early: expected ${whole(expected)} bytes, found ${whole(found)}. Download it again.`,
    tooLong: (file: string, sides: string, more: number) =>
      `${file} says it holds ${sides} bytes, but at least ${whole(more)} more follow. It is damaged; download it again.`,
    damagedGzip: (file: string) =>
      `${file} is packed by gzip but cannot be unpacked: it is damaged. Download it again.`,

    /** Other kinds of files that are often mistaken for IDX. */
    otherKinds: {
      zip: 'a ZIP archive; unpack it and choose the files in it',
      compress: 'packed by compress; unpack it first',
      bzip2: 'packed by bzip2; unpack it first',
      png: 'a PNG picture; import it as a picture',
      jpeg: 'a JPEG picture; import it as a picture',
      html: 'a web page, perhaps an error page in place of the download',
    },
    otherKind: (file: string, kind: string) =>
      `${file} is not an IDX file. It is ${kind}. Expected is a file that begins with the bytes 00 00 08 ` +
      '03 (images) or ' +
      '00 00 08 01 (labels), or such a file packed by gzip.',
    /** @param bytes the first ones, "0a 1b 2c 3d"; empty of an empty file */
    unknownKind: (file: string, bytes: string) =>
      `${file} is not an IDX file. It begins with the bytes ${bytes || '(none: it is empty)'}. Expected ` +
      'is a file that ' +
      'begins with the bytes 00 00 08 03 (images) or 00 00 08 01 (labels), or such a file packed by gzip.',

    noPair: (images: readonly string[], labels: readonly string[]) =>
      `Expected one file of images and one of labels; found images: ${images.join(', ') || 'none'}; ` +
      `labels: ${labels.join(', ') || 'none'}. Choose both files of a pair at once, such as ` +
      'train-images-idx3-ubyte.gz and train-labels-idx1-ubyte.gz.',
    differentCounts: (imageFile: string, images: number, labelFile: string, labels: number) =>
      `${imageFile} has ${counted(images, IMAGES)} but ${labelFile} has ${counted(labels, LABELS)}; expected as many ` +
      'labels as images. Choose two files that belong together, such as train-images and train-labels.',
    notYesOrNo: (file: string, image: number, found: number, labels: number) =>
      `${file}: a label of image ${image} is ${found}; expected 0 or 1, as the file gives each image ` +
      `${counted(labels, LABELS)}.`,
  },
});
