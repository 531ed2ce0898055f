import { labelAt, type ImageSet } from './imageSet';

/** Byte pixels stay 0 … 255 in cells; all others are divided by their pixel scale. */
const BYTE = 255;

/**
 * Column headers for `rowsOf`: 'image', 'label', then 'pixel 1 2' for row 1, column 2, or 'pixel 3 1 2' for
 * channel 3.
 */
export function headerOf({ channels, height, width }: ImageSet): string[] {
  const header = ['image', 'label'];
  for (let channel = 1; channel <= channels; channel++) {
    for (let row = 1; row <= height; row++) {
      for (let column = 1; column <= width; column++) {
        header.push(channels === 1 ? `pixel ${row} ${column}` : `pixel ${channel} ${row} ${column}`);
      }
    }
  }
  return header;
}

/**
 * Images `from` … `to` − 1 as worksheet rows: the image's number from 1, its label, its pixels [channels,
 * height, width]; bytes as 0 … 255, all others as 0 … 1. Together with `headerOf`, `fromRows` reads them
 * back; several labels of an image, 'horizontal + rising', then become one class.
 */
export function rowsOf(set: ImageSet, from: number, to: number): (string | number)[][] {
  const { channels, height, width, pixels, pixelScale } = set;
  const size = channels * height * width;
  const divisor = pixelScale === BYTE ? 1 : pixelScale;
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => {
    const index = from + i;
    const row: (string | number)[] = [index + 1, cellOf(labelAt(set, index))];
    for (let at = index * size; at < (index + 1) * size; at++) row.push(pixels[at] / divisor);
    return row;
  });
}

/** The label '7' becomes the number 7 in its cell. */
function cellOf(label: string): string | number {
  return String(Number(label)) === label ? Number(label) : label;
}
