import { inWorkbook } from '../../../../src/excel/context';
import type { ImageSet } from '../../../../src/data/imageSet';
import { drawDataPage, type Kept } from '../../../../src/excel/sheets/data/dataSheet';

/** So many images of 2 × 2 pixels: the pixels of image i are i, i + 1, i + 2, i + 3. */
export function images(count: number, change: Partial<ImageSet> = {}): ImageSet {
  return {
    name: 'pets',
    channels: 1,
    height: 2,
    width: 2,
    count,
    pixels: Uint8Array.from({ length: 4 * count }, (_, i) => Math.floor(i / 4) + (i % 4)),
    pixelScale: 255,
    labels: Uint8Array.from({ length: count }, (_, i) => i % 2),
    multiLabel: false,
    classes: ['cat', '7'],
    ...change,
  };
}

interface Page {
  readonly from?: number;
  readonly rows?: number;
  readonly kept?: Kept;
}

export function show(
  title: string,
  place: string | undefined,
  set: ImageSet,
  { from = 0, rows = 3, kept = 'browser' }: Page = {},
): Promise<string> {
  return inWorkbook((context) => drawDataPage(context, place, title, set, from, rows, kept));
}
