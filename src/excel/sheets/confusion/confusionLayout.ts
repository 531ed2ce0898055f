import { overlap, parseA1, type Rect } from '../../../notebook/sheet/address';
import { TOP_LEFT, type Corner } from '../extraSheet';

/** What determines the layout. */
export interface ConfusionShape {
  readonly classes: number;
  /**
   * Whether each class is a label of its own, yes or no: then no class is confused with another, and there is
   * no matrix.
   */
  readonly isMultiLabel: boolean;
}

/** Positions, relative to the first cell. */
export interface ConfusionLayout {
  /** Size of the whole block. */
  readonly size: Pick<Rect, 'rows' | 'columns'>;
  /** A row per class below a row of headings: the counts and their sums. */
  readonly table: Rect;
  /** The counts: true class × predicted class; or for each label, the kinds of outcomes in columns. */
  readonly counts: Rect;
  /** The images with the highest loss, without their headings. */
  readonly worst: Rect;
}

export const HEADING_ROW = 0;
export const NOTE_ROW = 1;
export const NOTE_ROWS = 2;
/** Words above the headings. */
export const ABOVE_ROW = 3;
/** Headings of the columns. */
export const HEAD_ROW = 4;
const FIRST_ROW = 5;

/** The most images shown. */
export const WORST_ROWS = 20;
/** Columns by the keys of their headings in `confusionTexts`. */
export const WORST_COLUMNS = ['image', 'label', 'predicted', 'probability', 'loss'] as const;
/** Headings right of the counts of a matrix; and for labels, those of counts and shares. */
export const MATRIX_SUMS = ['images', 'recall'] as const;
export const LABEL_COUNTS = ['positive', 'truePositive', 'falseNegative', 'falsePositive'] as const;
export const LABEL_SHARES = ['precision', 'recall', 'accuracy'] as const;

export function layOutConfusion({ classes, isMultiLabel }: ConfusionShape): ConfusionLayout {
  const [counted, sums] = isMultiLabel
    ? [LABEL_COUNTS.length, LABEL_SHARES.length]
    : [classes, MATRIX_SUMS.length];
  // The matrix ends in a row of totals.
  const table = {
    row: HEAD_ROW,
    column: 0,
    rows: 1 + classes + Number(!isMultiLabel),
    columns: 1 + counted + sums,
  };
  const worst = {
    row: FIRST_ROW,
    column: table.columns + 1,
    rows: WORST_ROWS,
    columns: WORST_COLUMNS.length,
  };
  return {
    size: {
      rows: Math.max(table.row + table.rows, worst.row + worst.rows),
      columns: worst.column + worst.columns,
    },
    table,
    counts: { row: FIRST_ROW, column: 1, rows: classes, columns: counted },
    worst,
  };
}

/**
 * The cell of the matrix that was clicked; undefined if it is none.
 * @param corner where the block begins, if it was moved; see `whereIs`
 */
export function cellOfConfusion(
  address: string,
  classes: number,
  corner: Corner = TOP_LEFT,
): { truth: number; predicted: number } | undefined {
  const cell = selected(address, corner);
  const { counts } = layOutConfusion({ classes, isMultiLabel: false });
  if (!cell || cell.rows > 1 || cell.columns > 1 || !overlap(cell, counts)) return undefined;
  return { truth: cell.row - counts.row, predicted: cell.column - counts.column };
}

/**
 * Which of the images with the highest loss was clicked, from 0; undefined if it is none of them, or several.
 */
export function rowOfWorst(
  address: string,
  shape: ConfusionShape,
  corner: Corner = TOP_LEFT,
): number | undefined {
  const cells = selected(address, corner);
  const { worst } = layOutConfusion(shape);
  if (!cells || cells.rows > 1 || !overlap(cells, worst)) return undefined;
  return cells.row - worst.row;
}

/** Relative to the block's first cell; undefined for several ranges. */
function selected(address: string, { row, column }: Corner): Rect | undefined {
  if (address.includes(',')) return undefined;
  const rect = parseA1(address);
  return { ...rect, row: rect.row - row, column: rect.column - column };
}
