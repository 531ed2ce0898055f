import type { NotebookState } from '../../addin/state';
import { predictionTexts } from '../../texts/pane/prediction';

/** The prediction for one class. */
export interface ClassRow {
  readonly name: string;
  readonly probability: number;
  readonly isTarget: boolean;
}

/** The most classes that fit in the pane. */
const MOST_ROWS = 10;

/**
 * The classes in their own order. Of more than ten: the targets and the most probable of the others; `hidden`
 * is the number of those left out.
 */
export function classRows({
  classes,
  probabilities,
  target,
}: Pick<NotebookState, 'classes' | 'probabilities' | 'target'>): { rows: ClassRow[]; hidden: number } {
  const rows = Array.from(probabilities, (probability, unit) => ({
    name: classes[unit] ?? predictionTexts.unit(unit + 1),
    probability,
    isTarget: target[unit] > 0.5,
  }));
  const weight = (row: ClassRow) => Number(row.isTarget) + row.probability;
  const shown = new Set([...rows].sort((a, b) => weight(b) - weight(a)).slice(0, MOST_ROWS));
  return { rows: rows.filter((row) => shown.has(row)), hidden: rows.length - shown.size };
}
