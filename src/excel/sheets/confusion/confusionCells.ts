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
import { confusionTexts } from '../../../texts/excel/confusion';

/** The evaluation of a network on its validation images. */
export interface Confusion {
  readonly classes: readonly string[];
  /** [true class][predicted class]; undefined for multi-label images. */
  readonly counts: readonly (readonly number[])[] | undefined;
  /** For multi-label images, the counts of each label. */
  readonly perLabel?: readonly LabelCounts[];
  /** Share of images classified correctly, and the mean loss. */
  readonly accuracy: number;
  readonly loss: number;
  /** Number of images. */
  readonly count: number;
  /** Number of training steps so far. */
  readonly step: number;
  /** Images with the highest loss first. */
  readonly worst: readonly WorstRow[];
}

export interface LabelCounts {
  readonly label: string;
  /** Images for which this label is predicted correctly, out of `count`. */
  readonly correct: number;
  readonly count: number;
  readonly truePositive: number;
  readonly falsePositive: number;
  readonly falseNegative: number;
}

export interface WorstRow {
  /** Number on the page, from 1; undefined if the page cannot show it. */
  readonly image: number | undefined;
  readonly label: string;
  readonly predicted: string;
  /** The predicted class's probability. */
  readonly probability: number;
  readonly loss: number;
}

export function shapeOf({ classes, counts }: Confusion): ConfusionShape {
  return { classes: classes.length, isMultiLabel: counts === undefined };
}

/** The cells of the whole block; null for cells to leave alone. */
export function cellsOfConfusion(confusion: Confusion): CellValue[][] {
  const { count, step, accuracy, loss } = confusion;
  const { size, table, worst } = layOutConfusion(shapeOf(confusion));
  const cells = Array.from({ length: size.rows }, () => new Array<CellValue>(size.columns).fill(null));
  const put = (row: number, column: number, rows: readonly (readonly CellValue[])[]) =>
    rows.forEach((own, down) => cells[row + down].splice(column, own.length, ...own));
  put(HEADING_ROW, 0, [[confusionTexts.heading(count, step, accuracy, loss)]]);
  const notes = confusion.counts ? confusionTexts.aboutMatrix : confusionTexts.aboutLabels;
  put(
    NOTE_ROW,
    0,
    notes.map((note) => [note]),
  );
  put(ABOVE_ROW, 1, [[confusion.counts ? confusionTexts.predicted : confusionTexts.images]]);
  put(
    table.row,
    table.column,
    confusion.counts ? matrixOf(confusion.classes, confusion.counts) : labelsOf(confusion),
  );
  put(ABOVE_ROW, worst.column, [[confusionTexts.highestLoss]]);
  put(HEAD_ROW, worst.column, [
    WORST_COLUMNS.map((column) => confusionTexts.worst[column]),
    ...worstOf(confusion.worst),
  ]);
  return cells;
}

function matrixOf(classes: readonly string[], counts: readonly (readonly number[])[]): CellValue[][] {
  const totals = classes.map((_, column) => sum(counts.map((row) => row[column])));
  const correct = sum(counts.map((row, index) => row[index]));
  return [
    [
      confusionTexts.trueClass,
      ...classes.map(wordCell),
      ...MATRIX_SUMS.map((column) => confusionTexts.sums[column]),
    ],
    ...counts.map((row, index) => [
      wordCell(classes[index]),
      ...row,
      sum(row),
      shareOf(row[index], sum(row)),
    ]),
    [confusionTexts.all, ...totals, sum(totals), shareOf(correct, sum(totals))],
  ];
}

function labelsOf({ perLabel = [] }: Confusion): CellValue[][] {
  return [
    [
      confusionTexts.label,
      ...LABEL_COUNTS.map((column) => confusionTexts.counts[column]),
      ...LABEL_SHARES.map((column) => confusionTexts.shares[column]),
    ],
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

/** Rows without an image are blanked: an earlier list may have been longer. */
function worstOf(worst: readonly WorstRow[]): CellValue[][] {
  return Array.from({ length: WORST_ROWS }, (_, index) => {
    const row = worst.at(index);
    if (!row) return WORST_COLUMNS.map(() => '');
    const { image, label, predicted, probability, loss } = row;
    return [image ?? '–', wordCell(label), wordCell(predicted), numberCell(probability), numberCell(loss)];
  });
}

/** Blank if there is nothing to divide by. */
function shareOf(part: number, whole: number): CellValue {
  return whole === 0 ? '' : part / whole;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
