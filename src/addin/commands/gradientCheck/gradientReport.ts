import type { CheckedGradient } from '../../../engine/gradientCheck';
import type { ValueCell } from '../../../notebook/sheet/valueCells';
import { gradientCheckTexts } from '../../../texts/addin/gradientCheck';

/** A checked gradient and its cell. */
export interface CheckedCell extends CheckedGradient {
  /** "AD11" */
  readonly address: string;
  /** "conv1, filter 1, channel 1" */
  readonly title: string;
  readonly valueCell: ValueCell;
  /** The content of the ∂ cell, if it is not a number. */
  readonly holds?: string;
}

/** The result of a check. */
export interface GradientReport {
  /** The notebook: name of its value sheet. */
  readonly notebook: string;
  /** The largest difference first. */
  readonly cells: readonly CheckedCell[];
  /** The result in a sentence. */
  readonly summary: string;
  /** What was compared with what. */
  readonly about: string;
}

/** What a report is made from. */
export interface Checked {
  readonly notebook: string;
  readonly cells: readonly CheckedCell[];
  /** How many were to be checked, and how many were chosen. */
  readonly wanted: number;
  readonly chosen: number;
  /** Number of images in the mean loss. */
  readonly images: number;
  readonly mode: string;
}

export function reportOf({ notebook, cells, wanted, chosen, images, mode }: Checked): GradientReport {
  const stopped = cells.length < wanted ? [gradientCheckTexts.stopped(cells.length, wanted)] : [];
  const first = chosen > wanted ? [gradientCheckTexts.firstOfSelected(wanted, chosen)] : [];
  const compared =
    images === 1
      ? gradientCheckTexts.comparedOnImage(mode)
      : gradientCheckTexts.comparedOnBatch(images, mode);
  return {
    notebook,
    cells: [...cells].sort(worstFirst),
    summary: [...stopped, summaryOf(cells)].join(' '),
    about: [...first, compared].join(' '),
  };
}

/** Agreement in this many digits is no chance; numbers close to 0 have fewer, the rest is rounding. */
const SIGNIFICANT_DIGITS = 6;

/** "agrees to 9 digits" */
export function verdictInWords({ verdict, digits, holds, difference, cancelledBy }: CheckedCell): string {
  const texts = gradientCheckTexts.verdict;
  if (holds !== undefined) return texts.notComparable(holds);
  if (verdict === 'differs') return texts.differs;
  if (verdict === 'kink') return texts.kink;
  if (cancelledBy !== undefined) return texts.cancelled(cancelledBy);
  if (difference === 0) return texts.exactly;
  return digits >= SIGNIFICANT_DIGITS ? texts.digits(digits) : texts.nearZero;
}

function summaryOf(cells: readonly CheckedCell[]): string {
  if (cells.length === 1) return gradientCheckTexts.one(cells[0].address, verdictInWords(cells[0]));
  const of = (verdict: CheckedCell['verdict']) => cells.filter((each) => each.verdict === verdict);
  const [agreeing, kinks, different] = [of('agrees'), of('kink'), of('differs')];
  const significant = agreeing.map(({ digits }) => digits).filter((digits) => digits >= SIGNIFICANT_DIGITS);
  const digits = significant.length ? Math.min(...significant) : undefined;
  return gradientCheckTexts.many(agreeing.length, digits, kinks.length, different.length);
}

const ORDER: readonly CheckedCell['verdict'][] = ['differs', 'kink', 'agrees'];

function worstFirst(a: CheckedCell, b: CheckedCell): number {
  const byVerdict = ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict);
  return byVerdict || sizeOf(b) - sizeOf(a);
}

/** For sorting: a cell that is not a number counts as the largest difference. */
function sizeOf({ difference }: CheckedCell): number {
  return Number.isNaN(difference) ? Infinity : Math.abs(difference);
}
