import type { CheckedGradient } from '../../../engine/gradientCheck';
import type { ValueCell } from '../../../notebook/sheet/valueCells';

/** A gradient that was checked, and where it stands. */
export interface CheckedCell extends CheckedGradient {
  /** "AD11" */
  readonly address: string;
  /** "conv1, filter 1, channel 1" */
  readonly title: string;
  readonly spot: ValueCell;
  /** What the ∂ cell holds, when it is no number. */
  readonly holds?: string;
}

/** What came of a check. */
export interface GradientReport {
  /** Of the notebook: the name of its sheet of values. */
  readonly notebook: string;
  /** The worst first. */
  readonly cells: readonly CheckedCell[];
  /** How they fare, in words. */
  readonly summary: string;
  /** What was checked against what, and how. */
  readonly about: string;
}

/** What is to be said of a check. */
export interface Checked {
  readonly notebook: string;
  readonly cells: readonly CheckedCell[];
  /** How many were to be checked, of how many that were chosen. */
  readonly wanted: number;
  readonly chosen: number;
  /** How many images the loss is a mean over. */
  readonly images: number;
  readonly mode: string;
}

export function reportOf({ notebook, cells, wanted, chosen, images, mode }: Checked): GradientReport {
  const stopped = cells.length < wanted ? `Stopped after ${cells.length} of ${wanted}. ` : '';
  const first = chosen > wanted ? `The first ${wanted} of ${chosen} selected cells. ` : '';
  const loss =
    images === 1 ? 'the loss of the image on the page' : `the mean loss of the ${images} images of the batch`;
  return {
    notebook,
    cells: [...cells].sort(worstFirst),
    summary: stopped + summaryOf(cells),
    about: `${first}The ∂ cells beside differences of ${loss}, mode ${mode}.`,
  };
}

/** So many digits are more than chance; numbers next to nothing have fewer, and the rest is rounding. */
const TELLING_DIGITS = 6;

/** "agrees to 9 digits" */
export function verdictInWords({ verdict, digits, holds, difference }: CheckedCell): string {
  if (holds !== undefined) return `cannot be compared: ${holds}`;
  if (verdict === 'differs') return 'does not agree';
  if (verdict === 'kink') return 'stands on a kink';
  if (difference === 0) return 'agrees exactly';
  return digits >= TELLING_DIGITS ? `agrees to ${digits} digits` : 'agrees, both next to 0';
}

function summaryOf(cells: readonly CheckedCell[]): string {
  if (cells.length === 1) return `${cells[0].address} ${verdictInWords(cells[0])}.`;
  const of = (verdict: CheckedCell['verdict']) => cells.filter((each) => each.verdict === verdict);
  const [agreeing, kinks, different] = [of('agrees'), of('kink'), of('differs')];
  const telling = agreeing.map(({ digits }) => digits).filter((digits) => digits >= TELLING_DIGITS);
  const digits = telling.length ? `, to ${Math.min(...telling)} digits or more` : '';
  const parts = [
    agreeing.length ? `${agreeing.length} ${agreeing.length === 1 ? 'agrees' : 'agree'}${digits}` : '',
    kinks.length ? `${kinks.length} ${kinks.length === 1 ? 'stands' : 'stand'} on a kink` : '',
    different.length ? `${different.length} ${different.length === 1 ? 'does' : 'do'} not agree` : '',
  ].filter((part) => part !== '');
  return `${cells.length} checked: ${parts.join('; ')}.`;
}

const ORDER: readonly CheckedCell['verdict'][] = ['differs', 'kink', 'agrees'];

function worstFirst(a: CheckedCell, b: CheckedCell): number {
  const byVerdict = ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict);
  return byVerdict || sizeOf(b) - sizeOf(a);
}

/** What is no number is worse than any difference. */
function sizeOf({ difference }: CheckedCell): number {
  return Number.isNaN(difference) ? Infinity : Math.abs(difference);
}
