import type { ImageSource } from '../../../data/imageSet';
import type { Patch } from '../../../excel/sheets/filters/filterCells';
import type { Field, PicturedSpan } from '../../../notebook/filters/picturedSpan';
import { pictured, seenBy } from '../../../notebook/filters/picturedSpan';
import type { Size } from '../../../excel/sheets/drawExtraSheet';
import type { PatchPosition } from '../../../training/filterPatches';

/** The receptive field of the cells of a layer's maps. */
export interface Sight {
  readonly rows: Field;
  readonly columns: Field;
}

/** Rows and columns of a patch's picture. */
export function pictureSize(sight: Sight, { height, width }: Pick<ImageSource, 'height' | 'width'>): Size {
  return { rows: pictured(sight.rows, height), columns: pictured(sight.columns, width) };
}

/** The picture of a patch. */
export function patchOf(winner: PatchPosition, source: ImageSource, sight: Sight, inColour: boolean): Patch {
  const { channels, height, width } = source;
  const plane = height * width;
  const image = new Float64Array(channels * plane);
  source.image(winner.index, image, 0);
  const rows = seenBy(sight.rows, winner.row, height);
  const columns = seenBy(sight.columns, winner.column, width);
  const at = <T>(look: (pixel: number) => T): (T | undefined)[] =>
    pixelsOf(rows).flatMap((row) =>
      pixelsOf(columns).map((column) =>
        isSeen(row, rows) && isSeen(column, columns) ? look(row * width + column) : undefined,
      ),
    );
  return {
    activation: winner.activation,
    image: winner.index + 1,
    label: source.label(winner.index),
    pixels: at((pixel) => meanAt(image, pixel, plane)),
    colours: inColour ? at((pixel) => colourAt(image, pixel, plane)) : undefined,
  };
}

function pixelsOf({ from, length }: PicturedSpan): number[] {
  return Array.from({ length }, (_, index) => from + index);
}

function isSeen(pixel: number, { sees: [first, end] }: PicturedSpan): boolean {
  return pixel >= first && pixel < end;
}

/** The mean over the channels. */
function meanAt(image: Float64Array, pixel: number, plane: number): number {
  let [sum, count] = [0, 0];
  for (let at = pixel; at < image.length; at += plane, count++) sum += image[at];
  return sum / count;
}

/** Red, green and blue have 16 shades each: few enough that neighbours, and pictures, share colours. */
const SHADES = 15;

/** "#FF8800". */
function colourAt(image: Float64Array, pixel: number, plane: number): string {
  const digits = [0, 1, 2].map((channel) => {
    const shade = Math.round(SHADES * Math.min(1, Math.max(0, image[channel * plane + pixel])));
    return shade.toString(16).toUpperCase().repeat(2);
  });
  return `#${digits.join('')}`;
}
