import type { NotebookRecord } from '../../../excel/notebook/notebookRecord';
import type { Plan, SheetKey } from '../../../notebook/sheet/plan';
import type { Trainer } from '../../../training/trainer';
import { isCovered } from './shownFormulas';

/** The sheets that a notebook needs: its optimiser's, those by which gradients are computed while they are formulas, and that of changes. */
export function neededSheets(
  { sheets }: Plan,
  { formulas = [], changes }: NotebookRecord,
  trainer: Trainer,
): SheetKey[] {
  const { gradients, rotated, next } = sheets;
  const withGradients = gradients.blocks.some((block) => isCovered(formulas, { key: 'gradients', block }));
  const more = withGradients ? [next, rotated].filter(({ blocks }) => blocks.length) : [];
  return [...trainer.sheets, ...more.map(({ key }) => key), ...(changes ? ['changes' as const] : [])];
}
