// A convolution written as the matrix that it is, on a sheet of its own: planned here, drawn by src/excel.
// Imports: engine, sheet, formulas, model (words), and kinds through these.
import type { NotebookCells } from '../formulas/layerCells';
import type { Choice, Convolution, MapPosition } from './convolution';
import { cellRect } from '../sheet/address';
import { type Content, SheetDraft } from './sheetDraft';
import { matrixForm, othersIn, outputsOf, patchesForm } from './matrixForms';
import { COUNT_ROWS, placeCount } from './countTable';
import { MatrixPart } from './part';
import { picturesOf, placePictures } from './pictures';
import { HEAD_ROWS, leftColumns, placeProduct, type Product, type PlacedProduct } from './product';
import { wordsFor } from './words';

/** Where a matrix is written, and what its formulas refer to. */
export interface Setting {
  /** First cell of the block on its sheet. */
  readonly corner: MapPosition;
  /** Name of the sheet with the notebook's values. */
  readonly valueSheet: string;
  /** The cells of the notebook. */
  readonly notebook: NotebookCells;
}

/** A sheet that shows a convolution as a matrix, as plain data. */
export interface MatrixPlan {
  /** Texts, numbers and formulas; null for cells to leave alone. */
  readonly cells: readonly (readonly (Content | null)[])[];
  /** Their appearance. */
  readonly draft: Pick<SheetDraft, 'fills' | 'looks' | 'formats' | 'scales'>;
  /** How many columns to freeze left of the matrix. */
  readonly leftColumns: number;
  /** Rows whose text is rotated upright. */
  readonly uprightRows: readonly number[];
}

/** Rows between the parts. */
const GAP = 1;
/** Columns that the words of the comparison span. */
const COUNT_WORDS = 5;

/** Plans the matrix of one filter, whole or a part of readable size, with its im2col form below. */
export function planMatrix(
  convolution: Convolution,
  choice: Choice,
  { corner, valueSheet, notebook }: Setting,
): MatrixPlan {
  const draft = new SheetDraft(corner, valueSheet);
  const part = new MatrixPart(convolution, choice, notebook);
  const outputs = outputsOf(part, draft);
  const left = leftColumns(outputs);
  const top = placeWords(draft, wordsFor(convolution, choice, part.window)) + GAP;
  placeCount(draft, top, convolution);
  const summaryRow = top + COUNT_ROWS + GAP;
  const below = placePictures(draft, top, left.entries + COUNT_WORDS, picturesOf(part));
  const matrixTop = Math.max(below, summaryRow + 1) + GAP;
  const [matrix, patches] = [matrixForm(part), patchesForm(part)];
  const patchesTop = rowBelow(matrixTop, matrix, patches);
  const im2col = placeProduct(draft, patchesTop, outputs, patches);
  const rest = outputs.hasRest ? othersIn(part, draft, im2col) : undefined;
  const product = placeProduct(draft, matrixTop, outputs, { ...matrix, rest });
  placeSummary(draft, summaryRow, [product, im2col]);
  return {
    cells: draft.cells,
    draft,
    leftColumns: left.entries,
    uprightRows: [matrixTop, patchesTop].map((row) => row + HEAD_ROWS - 1),
  };
}

/** @returns the first row below */
function placeWords(draft: SheetDraft, words: readonly string[]): number {
  words.forEach((line, row) => {
    draft.put(row, 0, line);
    draft.look(row === 0 ? 'bold' : 'quiet', cellRect(row, 0));
  });
  return words.length;
}

/**
 * The im2col form follows directly below the matrix, unless it would overlap the column that the matrix
 * multiplies.
 */
function rowBelow(top: number, matrix: Product, patches: Product): number {
  const isNarrower = patches.factors.length + 2 < matrix.factors.length;
  const rows = isNarrower ? matrix.entries.length : Math.max(matrix.entries.length, matrix.factors.length);
  return top + HEAD_ROWS + rows + 2 * GAP;
}

/** Whether the products equal the notebook's map. */
function placeSummary(draft: SheetDraft, row: number, forms: readonly PlacedProduct[]): void {
  const count = forms[0].equal.rows;
  const isTrue = forms.map(({ equal }) => `COUNTIF(${draft.here(equal)},"✓")=${count}`).join(',');
  const equal = `✓ ${count === 1 ? 'The output is' : `All ${count} outputs are`} equal to the map, in both forms`;
  const different = '✗ Not all outputs are equal to those of the map';
  draft.put(row, 0, `=IF(AND(${isTrue}),"${equal}","${different}")`);
  draft.look('bold', cellRect(row, 0));
}
