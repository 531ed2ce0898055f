import type { Reading } from '../../../excel/read/reading';
import { siteId, sites, type Site } from '../../../excel/read/site';
import { overlap, parseA1 } from '../../../notebook/sheet/address';
import { isComputed } from '../../../notebook/formulas';
import { setTo } from '../train';
import { NotebookError } from '../../faults';
import { loaded } from '../../loaded';
import type { Pipeline, Work } from '../../workbook/pipeline';
import type { LiveNotebook } from '../../workbook/notebook/liveNotebook';
import { groupOf, isCovered, type Covered, type FormulaGroup } from '../../workbook/notebook/shownFormulas';
import { formulaTexts } from '../../../texts/addin/formulas';
import { isLarge } from './largePage';

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
      const { filling } = await loaded(import('./fillFormulas'));
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

function groupOfId(id: string): FormulaGroup | undefined {
  return groupOf(id.split(' ')[0] as Site['key']);
}
