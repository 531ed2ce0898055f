import type { Reading } from '../../../excel/read/reading';
import { siteId, sites, type Site } from '../../../excel/read/site';
import { overlap, parseA1 } from '../../../notebook/sheet/address';
import { valueCount } from '../../../notebook/sheet/block';
import { isComputed } from '../../../notebook/formulas';
import { setTo } from '../train';
import { NotebookError } from '../../faults';
import type { Change, Pipeline, Work } from '../../workbook/pipeline';
import { reasonsOf } from '../../workbook/formulasState';
import type { LiveNotebook } from '../../workbook/notebook/liveNotebook';
import type { Progress } from '../../workbook/progress';
import { groupOf, isCovered, type Covered, type FormulaGroup } from '../../workbook/notebook/shownFormulas';
import { formulaTexts } from '../../../texts/addin/formulas';

/** Commands for formulas: have the spreadsheet compute cells, so that their formulas can be read. */
export class FormulaCommands {
  constructor(private readonly pipeline: Pipeline) {}

  /**
   * Turns all computed cells of the value sheet, or of the gradient sheets, into formulas, or back into
   * values.
   */
  toggle(group: FormulaGroup): Work {
    const choose = ({ record: { formulas = [] } }: LiveNotebook) => {
      const isOn = formulas.includes(group);
      const rest = formulas.filter((each) => each !== group && groupOfId(each) !== group);
      return isOn ? rest : [...rest, group];
    };
    return covering(
      () => this.pipeline,
      choose,
      () => this.askForBatch(group),
    );
  }

  /** Turns the selected block into formulas, or back into values. */
  readonly toggleSelected: Work = covering(
    () => this.pipeline,
    (notebook, reading) => {
      const site = this.selectedSite(notebook, reading);
      const covered = notebook.record.formulas ?? [];
      if (!isCovered(covered, site)) return [...covered, siteId(site)];
      const group = groupOf(site.key)!;
      const others = sites(notebook.plan).filter(
        (each) => groupOf(each.key) === group && isCovered(covered, each),
      );
      const rest = covered.filter((each) => each !== group && groupOfId(each) !== group);
      return [...rest, ...others.map(siteId).filter((id) => id !== siteId(site))];
    },
  );

  /** Offers a batch size of 1: weight gradients can be formulas only if the whole batch is on the page. */
  private askForBatch(group: FormulaGroup): void {
    const { pipeline } = this;
    const notebook = pipeline.notebooks.active;
    if (group !== 'gradients' || !notebook?.record.formulas?.includes(group)) return;
    const { batchSize } = notebook.trainer.settings;
    if (batchSize === 1) return;
    pipeline.store.set({
      question: {
        text: formulaTexts.gradientsOfBatch(batchSize),
        yes: formulaTexts.setBatchSizeToOne,
        answer: () => pipeline.perform(setTo('batchSize', 1)),
      },
    });
  }

  private selectedSite({ plan, record }: LiveNotebook, reading: Reading): Site {
    const { sheet, address } = this.pipeline.selection.current ?? { sheet: '', address: '' };
    const areas = address ? address.split(',').map(parseA1) : [];
    const site = sites(plan).find((each) => {
      const found = reading.found.get(siteId(each));
      if (!found || record.place[each.key] !== sheet || !isComputed(each.key, each.block)) return false;
      return areas.some((area) => overlap(found.rect, area));
    });
    if (!site) throw new NotebookError(formulaTexts.selectFirst);
    return site;
  }
}

/**
 * First stores what is to be shown as formulas and draws the sheets needed, then fills the cells. On a large page that is
 * done in parts, and can be stopped between them.
 *
 * @param ask asks the user about related changes
 */
function covering(
  pipelineOf: () => Pipeline,
  choose: (notebook: LiveNotebook, reading: Reading) => Covered,
  ask: () => void = () => undefined,
): Work {
  return {
    name: 'Show formulas',
    whileRunning: 'refuse',
    get takesLong() {
      const { active } = pipelineOf().notebooks;
      return active !== undefined && isLarge(active);
    },
    async work(pipeline, progress) {
      let before: Covered | undefined;
      await pipeline.withNotebook(async (context, notebook) => {
        before = notebook.record.formulas;
        const formulas = choose(notebook, await pipeline.look(context, notebook));
        pipeline.store.set({ notice: formulaTexts.writing });
        pipeline.keep(context, notebook, { formulas });
        await pipeline.look(context, notebook);
      });
      const restore = covering(pipelineOf, () => before ?? []);
      return { ...filling(pipeline, progress, before, ask), ifItFails: restore };
    },
  };
}

function filling(
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

/** Pages with more computed cells are filled in parts of as many. */
const PART = 5_000;

function isLarge({ plan }: LiveNotebook): boolean {
  return plan.layout.blocks.reduce((sum, block) => sum + valueCount(block), 0) > PART;
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
    if (!last || last.cells + cells > PART) parts.push({ cells, sites: [site] });
    else {
      last.cells += cells;
      last.sites.push(site);
    }
  }
  return parts;
}

function groupOfId(id: string): FormulaGroup | undefined {
  return groupOf(id.split(' ')[0] as Site['key']);
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
