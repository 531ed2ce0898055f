import { activationOf } from '../../engine/layers';
import { activated } from '../formulas/activations';
import { activationWord } from '../model/words';
import { kernelSize } from './convolution';
import type { SheetDraft } from './sheetDraft';
import type { MatrixPart } from './part';
import type { Outputs, Product, PlacedProduct } from './product';
import { patchesOf, tapsOf } from './taps';
import { sizeOf } from './window';
import { inputWord, matrixHeading, patchesHeading } from './words';

/** Number formats of weights and pixels. */
export const WEIGHT = '0.00;-0.00;0';
export const PIXEL = '0.0;-0.0;0';

/** The results of both forms. */
export function outputsOf(part: MatrixPart, draft: SheetDraft): Outputs {
  const { layer, choice, convolution, outputs } = part;
  const activation = activationOf(convolution.spec);
  return {
    cells: outputs.map((place) => part.output(place)),
    bias: part.bias,
    activation: activation === 'none' ? undefined : activationWord(activation),
    activated: (output, sum) => {
      const { row, column } = outputs[output];
      // Softmax also needs the other filters' sums at the same position.
      const { height, width } = layer.shape.output;
      const sumOf = (filter: number) =>
        filter === choice.filter ? [sum] : layer.sumAt((filter * height + row) * width + column);
      return draft.text(activated(layer, choice.filter, sumOf));
    },
    hasRest: part.shown.length < part.read.length,
  };
}

/** Weights in the matrix, pixels in the column. */
export function matrixForm(part: MatrixPart): Product {
  const { pixels, shown } = part;
  const cells = shown.flatMap((channel) => pixels.map((place) => part.pixel(channel, place)));
  return {
    heading: matrixHeading(part.convolution, part.window, shown.length),
    matrix: 'W',
    column: 'x',
    groups: shown.map((channel, index) => ({
      at: index * pixels.length,
      words: part.named(`${inputWord(part.convolution)}s, row by row`, channel),
    })),
    heads: cells,
    entries: tapsOf(part.convolution, part.window).map((row) =>
      shown.flatMap((channel) =>
        row.map((tap) => (tap === undefined ? undefined : part.weight(channel, tap))),
      ),
    ),
    factors: cells.map((cell) => ({ cell })),
    formats: { entries: WEIGHT, factors: PIXEL },
  };
}

/** Pixels in the matrix, weights in the column: known as im2col. */
export function patchesForm(part: MatrixPart): Product {
  const { read, convolution } = part;
  const weights = part.weightsOf(read);
  return {
    heading: patchesHeading(convolution, sizeOf(part.window.outputs), weights.length),
    matrix: 'X',
    column: 'w',
    groups: read.map((channel, index) => ({
      at: index * kernelSize(convolution),
      words: part.named('patches', channel),
    })),
    heads: weights.map(({ cell }) => cell),
    entries: patchesOf(convolution, part.window.outputs).map((patch) =>
      read.flatMap((channel) =>
        patch.map(
          (place, tap) =>
            place && { cell: part.pixel(channel, place), colour: part.weight(channel, tap).colour },
        ),
      ),
    ),
    factors: weights,
    formats: { entries: PIXEL, factors: WEIGHT },
  };
}

/** What channels not shown in the matrix add to each output, taken from the form that includes them. */
export function othersIn(
  part: MatrixPart,
  draft: SheetDraft,
  { entries, factors }: Pick<PlacedProduct, 'entries' | 'factors'>,
): string[] {
  const size = kernelSize(part.convolution);
  const start = part.read.indexOf(part.shown[0]) * size;
  const spans = [
    { from: 0, count: start },
    { from: start + size, count: factors.rows - start - size },
  ].filter(({ count }) => count > 0);
  return part.outputs.map((_, output) =>
    spans
      .map(({ from, count }) => {
        const row = { row: entries.row + output, column: entries.column + from, rows: 1, columns: count };
        const column = { ...factors, row: factors.row + from, rows: count };
        return `SUM(MMULT(${draft.here(row)},${draft.fixed(column)}))`;
      })
      .join('+'),
  );
}
