import { labelAt, type ImageSet } from './imageSet';

/** Bytes stay as they are in cells; pixels of any other scale are divided by it. */
const BYTE = 255;

/** The names above the columns of `rowsOf`: 'image', 'label', then 'pixel 1 2' for row 1, column 2, or 'pixel 3 1 2' for channel 3. */
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
 * Images `from` … `to` − 1 as rows of a worksheet: the image's number counted from 1, its label, its pixels
 * [channels, height, width]; bytes as 0 … 255, all others as 0 … 1. `fromRows` reads them back under `headerOf`;
 * of several labels, 'horizontal + rising', it makes one class.
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

/** The label '7' stands in its cell as the number 7. */
function cellOf(label: string): string | number {
  return String(Number(label)) === label ? Number(label) : label;
}
