import type { ModelState } from '../../addin/commands/model/modelState';
import { modelTexts } from '../../texts/pane/model';

/** A model table in a sentence: what it comes to, or how much of it does not fit. */
export function verdictOn({ above, rows }: ModelState): string {
  const misfits = above.length + rows.filter(({ faults }) => faults.length > 0).length;
  const isCut = rows.some(({ counts, faults }) => !counts && faults.length === 0);
  if (misfits) return modelTexts.misfits(misfits, isCut);
  return modelTexts.fits(rows.reduce((sum, { counts }) => sum + (counts?.parameters ?? 0), 0));
}
