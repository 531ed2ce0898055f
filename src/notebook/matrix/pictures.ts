import { cellRect } from '../sheet/address';
import type { SheetDraft } from './sheetDraft';
import { PIXEL, WEIGHT } from './matrixForms';
import type { Entry, MatrixPart } from './part';
import { inputWord } from './words';

/** Cells of the notebook in their arrangement there. */
interface Picture {
  readonly words: string;
  /** `[rows][columns]` */
  readonly cells: readonly (readonly Entry[])[];
  readonly format: string;
}

/** The filter, the inputs shown, and the outputs. */
export function picturesOf(part: MatrixPart): Picture[] {
  const { shown, window, convolution } = part;
  return [
    ...shown.map((channel) => ({
      words: part.named('filter', channel),
      cells: inRows(part.weightsOf([channel]), convolution.spec.kernel[1]),
      format: WEIGHT,
    })),
    ...shown.map((channel) => ({
      words: part.named(`${inputWord(convolution)}s`, channel),
      cells: inRows(
        part.pixels.map((place) => ({ cell: part.pixel(channel, place) })),
        window.pixels.columns.count,
      ),
      format: PIXEL,
    })),
    {
      words: 'map',
      cells: inRows(
        part.outputs.map((place) => ({ cell: part.output(place) })),
        window.outputs.columns.count,
      ),
      format: PIXEL,
    },
  ];
}

/** Places pictures side by side, with captions above. @returns the first row below them */
export function placePictures(
  draft: SheetDraft,
  top: number,
  first: number,
  pictures: readonly Picture[],
): number {
  let column = first;
  for (const { words, cells, format } of pictures) {
    draft.put(top, column, words);
    draft.look('quiet', cellRect(top, column));
    draft.look('small', cellRect(top, column));
    const rect = { row: top + 1, column, rows: cells.length, columns: cells[0].length };
    cells.forEach((row, down) =>
      row.forEach(({ cell, colour }, across) => {
        draft.put(rect.row + down, column + across, `=${draft.value(cell)}`);
        if (colour) draft.fill(rect.row + down, column + across, colour);
      }),
    );
    if (!cells[0][0].colour) draft.scales.push({ rect, scale: 'sequential' });
    draft.formats.push({ rect, codes: format });
    draft.look('small', rect);
    draft.look('framed', rect);
    column += rect.columns + 1;
  }
  return top + 1 + Math.max(...pictures.map(({ cells }) => cells.length));
}

function inRows(cells: readonly Entry[], columns: number): Entry[][] {
  return Array.from({ length: cells.length / columns }, (_, row) =>
    cells.slice(row * columns, (row + 1) * columns),
  );
}
