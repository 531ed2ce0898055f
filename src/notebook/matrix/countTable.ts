import type { Convolution } from './convolution';
import { countFilter, countLayer, type MatrixCount } from './count';
import { cellRect } from '../sheet/address';
import type { SheetDraft } from './sheetDraft';
import { inputWord } from './words';

/** The lines of the comparison with a dense layer; later numbers are formulas over earlier ones. */
const linesFor = (convolution: Convolution) => [
  'outputs, the rows of the matrix',
  `${inputWord(convolution)}s, its columns`,
  'weights of a dense layer of that shape',
  'connections: entries that hold a weight',
  'weights, and the bias',
  'times fewer than the dense layer with its biases',
];
const LINES = 6;

/** Rows of the table, headings included. */
export const COUNT_ROWS = LINES + 1;

/**
 * The comparison with a dense layer of the same shape: a column for the filter shown, and one for the whole
 * layer.
 */
export function placeCount(draft: SheetDraft, top: number, convolution: Convolution): void {
  ['this filter', 'all filters'].forEach((word, column) => draft.put(top, column, word));
  draft.look('quiet', { row: top, column: 0, rows: 1, columns: 2 });
  linesFor(convolution).forEach((line, index) => draft.put(top + 1 + index, 2, line));
  const { spec, shape } = convolution;
  const filters = shape.output.channels;
  const [own, all] = [countFilter(convolution), countLayer(convolution)];
  const depth = own.weights / (spec.kernel[0] * spec.kernel[1]);
  const cell = (line: number, column: number) => draft.here(cellRect(top + 1 + line, column));
  const put = (column: number, formulas: readonly string[]) =>
    formulas.forEach((formula, line) => draft.put(top + 1 + line, column, `=${formula}`));
  put(0, [
    `${shape.output.height}*${shape.output.width}`,
    times(depth, shape.input.height, shape.input.width),
    ...denseAnd(connectionsOf(own, cell(0, 0)), `${times(depth, ...spec.kernel)}+1`, (line) => cell(line, 0)),
  ]);
  put(1, [
    `${filters}*${cell(0, 0)}`,
    `${all.pixels / own.pixels}*${cell(1, 0)}`,
    ...denseAnd(`${filters}*${cell(3, 0)}`, `${filters}*${cell(4, 0)}`, (line) => cell(line, 1)),
  ]);
  const numbers = { row: top + 1, column: 0, rows: LINES, columns: 2 };
  draft.formats.push({ rect: numbers, codes: '#,##0' });
  draft.look('right', { ...numbers, row: top, rows: COUNT_ROWS });
}

/** The last line includes biases for both: a dense layer has one per output. */
function denseAnd(connections: string, numbers: string, cell: (line: number) => string): string[] {
  return [`${cell(0)}*${cell(1)}`, connections, numbers, `(${cell(2)}+${cell(0)})/${cell(4)}`];
}

/** Every output uses all weights, except those that fall in the padding. */
function connectionsOf({ connections, outputs, weights }: MatrixCount, outputsCell: string): string {
  return connections === outputs * weights ? `${outputsCell}*${weights}` : String(connections);
}

function times(...numbers: readonly number[]): string {
  return numbers.join('*');
}
