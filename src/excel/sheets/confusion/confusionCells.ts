import { numberCell, wordCell, type CellValue } from '../../write/cellValue';
import {
  ABOVE_ROW,
  HEADING_ROW,
  HEAD_ROW,
  LABEL_COUNTS,
  LABEL_SHARES,
  MATRIX_SUMS,
  NOTE_ROW,
  WORST_COLUMNS,
  WORST_ROWS,
  layOutConfusion,
  type ConfusionShape,
} from './confusionLayout';

/** What a network made of its validation images. */
export interface Confusion {
  readonly classes: readonly string[];
  /** [true class][predicted class]; undefined for several labels to an image. */
  readonly counts: readonly (readonly number[])[] | undefined;
  /** For several labels to an image, one for each of the classes. */
  readonly perLabel?: readonly LabelCounts[];
  /** Share of the images that are told right, and the mean of their losses. */
  readonly accuracy: number;
  readonly loss: number;
  /** How many images. */
  readonly count: number;
  /** After how many steps of training. */
  readonly step: number;
  /** The worst first. */
  readonly worst: readonly WorstRow[];
}

export interface LabelCounts {
  readonly label: string;
  /** Images that are told right as to this label, out of `count`. */
  readonly correct: number;
  readonly count: number;
  readonly truePositive: number;
  readonly falsePositive: number;
  readonly falseNegative: number;
}

export interface WorstRow {
  /** Counted from 1, as people do; undefined where it has no number that the page could show it by. */
  readonly image: number | undefined;
  readonly label: string;
  readonly predicted: string;
  /** That the network gives to what it predicts. */
  readonly probability: number;
  readonly loss: number;
}

export function shapeOf({ classes, counts }: Confusion): ConfusionShape {
  return { classes: classes.length, several: counts === undefined };
}

/** The cells of the whole block, null where nothing of ours stands. */
export function cellsOfConfusion(confusion: Confusion): CellValue[][] {
  const { size, table, worst } = layOutConfusion(shapeOf(confusion));
  const cells = Array.from({ length: size.rows }, () => new Array<CellValue>(size.columns).fill(null));
  const put = (row: number, column: number, rows: readonly (readonly CellValue[])[]) =>
    rows.forEach((own, down) => cells[row + down].splice(column, own.length, ...own));
  put(HEADING_ROW, 0, [[headingOf(confusion)]]);
  put(NOTE_ROW, 0, [[confusion.counts ? MATRIX_NOTE : LABELS_NOTE]]);
  put(ABOVE_ROW, 1, [[confusion.counts ? 'predicted' : 'images']]);
  put(
    table.row,
    table.column,
    confusion.counts ? matrixOf(confusion.classes, confusion.counts) : labelsOf(confusion),
  );
  put(ABOVE_ROW, worst.column, [['Told worst']]);
  put(HEAD_ROW, worst.column, [WORST_COLUMNS, ...worstOf(confusion.worst)]);
  return cells;
}

const MATRIX_NOTE =
  'A row is the true class, a column what the network takes it for. What is told right stands on the diagonal, in blue; ' +
  'mistakes are red.';
const LABELS_NOTE =
  'Each label is a yes or no of its own, yes above 0.5; an image is told right when all of its labels are.';

/** "500 validation images, after step 200: accuracy 97.4 %, loss 0.0812" */
function headingOf({ count, step, accuracy, loss }: Confusion): string {
  const images = count === 1 ? '1 validation image' : `${count} validation images`;
  const share = (accuracy * 100).toFixed(1);
  return `${images}, after step ${step}: accuracy ${share} %, loss ${loss.toFixed(4)}`;
}

function matrixOf(classes: readonly string[], counts: readonly (readonly number[])[]): CellValue[][] {
  const totals = classes.map((_, column) => sum(counts.map((row) => row[column])));
  const right = sum(counts.map((row, index) => row[index]));
  return [
    ['true class', ...classes.map(wordCell), ...MATRIX_SUMS],
    ...counts.map((row, index) => [
      wordCell(classes[index]),
      ...row,
      sum(row),
      shareOf(row[index], sum(row)),
    ]),
    ['all', ...totals, sum(totals), shareOf(right, sum(totals))],
  ];
}

function labelsOf({ perLabel = [] }: Confusion): CellValue[][] {
  return [
    ['label', ...LABEL_COUNTS, ...LABEL_SHARES],
    ...perLabel.map(({ label, correct, count, truePositive, falsePositive, falseNegative }) => [
      wordCell(label),
      truePositive + falseNegative,
      truePositive,
      falseNegative,
      falsePositive,
      shareOf(truePositive, truePositive + falsePositive),
      shareOf(truePositive, truePositive + falseNegative),
      shareOf(correct, count),
    ]),
  ];
}

/** Rows without an image are blanked, since a longer list may have stood there. */
function worstOf(worst: readonly WorstRow[]): CellValue[][] {
  return Array.from({ length: WORST_ROWS }, (_, index) => {
    const row = worst.at(index);
    if (!row) return WORST_COLUMNS.map(() => '');
    const { image, label, predicted, probability, loss } = row;
    return [image ?? '–', wordCell(label), wordCell(predicted), numberCell(probability), numberCell(loss)];
  });
}

/** Nothing out of nothing is no share at all. */
function shareOf(part: number, whole: number): CellValue {
  return whole === 0 ? '' : part / whole;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
