import type { Reading } from '../../../excel/read/reading';
import { sites, type Site } from '../../../excel/read/site';
import { valueCount } from '../../../notebook/sheet/block';
import { formulaTexts } from '../../../texts/addin/formulas';
import { reasonsOf } from '../../workbook/formulasState';
import type { LiveNotebook } from '../../workbook/notebook/liveNotebook';
import { isCovered, type Covered } from '../../workbook/notebook/shownFormulas';
import type { Change, Pipeline } from '../../workbook/pipeline';
import type { Progress } from '../../workbook/progress';
import { CELLS_AT_ONCE, isLarge } from './largePage';

/**
 * Fills cells with the formulas that they are to be.
 *
 * @param before what was shown as formulas, which comes back if it is stopped
 * @param ask asks the user about related changes
 */
export function filling(
  pipeline: Pipeline,
  progress: Progress,
  before: Covered | undefined,
  ask: () => void,
): Change {
  return {
    name: 'Fill formulas',
    whileRunning: 'refuse',
    asksPlaces: true,
    isOneUndo: true,
    async change(notebook, reading, context) {
      const isFilled = !isLarge(notebook) || (await fillInParts(context, notebook, reading, progress));
      if (!isFilled) {
        // What has become formulas already holds values again with the writing that follows.
        pipeline.keep(context, notebook, { formulas: before });
        return { notice: formulaTexts.stopped };
      }
      ask();
      return { notice: () => noticeOf(notebook) };
    },
  };
}

/** @returns false if Stop was pressed on the way */
async function fillInParts(
  context: Excel.RequestContext,
  notebook: LiveNotebook,
  reading: Reading,
  progress: Progress,
): Promise<boolean> {
  const parts = partsOf(notebook.formulasToFill(reading));
  const total = parts.reduce((sum, { cells }) => sum + cells, 0);
  let done = 0;
  for (const { cells, sites: some } of parts) {
    progress.report('formulas', done, total);
    await notebook.fillFormulas(context, reading, some);
    done += cells;
    if (progress.isStopped) return false;
  }
  return true;
}

function partsOf(all: readonly Site[]): { cells: number; sites: Site[] }[] {
  const parts: { cells: number; sites: Site[] }[] = [];
  for (const site of all) {
    const cells = valueCount(site.block);
    const last = parts.at(-1);
    if (!last || last.cells + cells > CELLS_AT_ONCE) parts.push({ cells, sites: [site] });
    else {
      last.cells += cells;
      last.sites.push(site);
    }
  }
  return parts;
}

/** How many cells are now formulas, and why some are not. */
function noticeOf({ plan, record, formulas }: LiveNotebook): string {
  const covered = record.formulas ?? [];
  const shown = sites(plan).filter((site) => isCovered(covered, site) && formulas.isShown(site));
  const cells = shown.reduce((sum, { block }) => sum + valueCount(block), 0);
  const stays = reasonsOf(formulas.stays.filter(({ site }) => isCovered(covered, site)));
  if (cells > 0) return formulaTexts.formulas(cells, stays);
  return stays.length ? formulaTexts.stay(stays) : formulaTexts.allValues;
}
