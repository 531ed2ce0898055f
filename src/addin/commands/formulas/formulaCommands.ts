import { siteId, sites, type Reading, type Site } from '../../../excel/read/reading';
import { overlap, parseA1 } from '../../../notebook/sheet/address';
import { isParameter, valueCount } from '../../../notebook/sheet/block';
import { isComputed } from '../../../notebook/formulas';
import { setTo } from '../changes';
import { NotebookError } from '../../faults';
import type { Hands } from '../../workbook/commandContext';
import type { LiveNotebook } from '../../workbook/liveNotebook';
import type { FormulasState } from '../../state';
import {
  groupOf,
  isCovered,
  type Covered,
  type FormulaGroup,
  type Stays,
} from '../../workbook/shownFormulas';

/** What a person does with formulas: have cells computed by the spreadsheet, so that they can be read. */
export class FormulaCommands {
  /** The cells that were selected last. */
  private selection?: { readonly sheet: string; readonly address: string };

  constructor(private readonly hands: Hands) {}

  selected(sheet: string, address: string): void {
    this.selection = { sheet, address };
  }

  /** Formulas in all computed cells of the value sheet, or of the sheets of gradients; or values again. */
  async toggle(group: FormulaGroup): Promise<void> {
    const isChanged = await this.change(({ record: { formulas = [] } }) => {
      const isOn = formulas.includes(group);
      const rest = formulas.filter((each) => each !== group && groupOfId(each) !== group);
      return isOn ? rest : [...rest, group];
    });
    if (isChanged) this.askForBatch(group);
  }

  /** Formulas in the block that is selected, or values again. */
  async toggleSelected(): Promise<void> {
    await this.change((notebook, reading) => {
      const site = this.selectedSite(notebook, reading);
      const covered = notebook.record.formulas ?? [];
      if (!isCovered(covered, site)) return [...covered, siteId(site)];
      const group = groupOf(site.key)!;
      const others = sites(notebook.plan).filter(
        (each) => groupOf(each.key) === group && isCovered(covered, each),
      );
      const rest = covered.filter((each) => each !== group && groupOfId(each) !== group);
      return [...rest, ...others.map(siteId).filter((id) => id !== siteId(site))];
    });
  }

  /** First what is to be shown is remembered, and the sheets for it are drawn; then the cells are filled. */
  private async change(choose: (notebook: LiveNotebook, reading: Reading) => Covered): Promise<boolean> {
    const { hands } = this;
    if (hands.isBusy()) return false;
    let isChanged = false;
    await hands.perform(() =>
      hands.withNotebook(async (context, notebook) => {
        const { formulas: before } = notebook.record;
        const formulas = choose(notebook, await hands.look(context, notebook));
        hands.store.set({ notice: 'Turning cells into formulas, or back …' });
        hands.keep(context, notebook, { formulas });
        try {
          await hands.look(context, notebook);
        } catch (error) {
          hands.keep(context, notebook, { formulas: before });
          await context.sync();
          throw error;
        }
        isChanged = true;
      }),
    );
    if (isChanged) await hands.update((notebook) => ({ notice: () => noticeOf(notebook) }));
    return isChanged;
  }

  /** Gradients of weights can be formulas only where the whole batch is on the page. */
  private askForBatch(group: FormulaGroup): void {
    const { shelf, store } = this.hands;
    const notebook = shelf.current;
    if (group !== 'gradients' || !notebook?.record.formulas?.includes(group)) return;
    const { batchSize } = notebook.trainer.settings;
    if (batchSize === 1) return;
    store.set({
      question: {
        text:
          `The gradients of weights are means over a batch of ${batchSize} images, of which one is on the page, so they ` +
          'stay values. With a batch size of 1 every gradient is a formula, and the sheet shows a whole step of training.',
        yes: 'Set the batch size to 1',
        answer: () => this.hands.update(setTo('batchSize', 1)),
      },
    });
  }

  private selectedSite({ plan, record }: LiveNotebook, reading: Reading): Site {
    const { sheet, address } = this.selection ?? { sheet: '', address: '' };
    const areas = address ? address.split(',').map(parseA1) : [];
    const site = sites(plan).find((each) => {
      const found = reading.found.get(siteId(each));
      if (!found || record.place[each.key] !== sheet || !isComputed(each.key, each.block)) return false;
      return areas.some((area) => overlap(found.rect, area));
    });
    if (!site)
      throw new NotebookError(
        'Select a cell that the notebook computes first: a map, a pool, an output, or a gradient. ' +
          'What is blue is yours to type, and has no formula.',
      );
    return site;
  }
}

function groupOfId(id: string): FormulaGroup | undefined {
  return groupOf(id.split(' ')[0] as Site['key']);
}

/** How many cells are formulas now, and why some are not. */
function noticeOf({ plan, record, formulas }: LiveNotebook): string {
  const shown = sites(plan).filter(
    (site) => isCovered(record.formulas ?? [], site) && formulas.isShown(site),
  );
  const cells = shown.reduce((sum, { block }) => sum + valueCount(block), 0);
  const stays = reasonsOf(formulas.stays);
  const rest = stays.length ? ` These stay values: ${stays.join('. ')}.` : '';
  if (cells === 0) return rest ? rest.trim() : 'All cells hold values again.';
  return `${cells.toLocaleString('en-US')} cells are worksheet formulas now; click one to read it.${rest}`;
}

/** What the pane shows of them. */
export function formulasState({
  plan,
  record: { formulas: covered = [] },
  formulas,
}: LiveNotebook): FormulasState {
  const chosen = sites(plan).filter((site) => covered.includes(siteId(site)));
  return {
    values: covered.includes('values'),
    gradients: covered.includes('gradients'),
    blocks: chosen.map(titleOf),
    stays: reasonsOf(formulas.stays),
  };
}

const MOST = 3;

/** "batch loss; gradients of all weights and biases (their reason)". */
function reasonsOf(stays: readonly Stays[]): string[] {
  const byReason = new Map<string, Site[]>();
  for (const { site, reason } of stays) byReason.set(reason, [...(byReason.get(reason) ?? []), site]);
  return [...byReason].map(([reason, all]) => {
    const weights = all.filter(({ key, block }) => key === 'gradients' && isParameter(block));
    const named = all.filter((site) => !weights.includes(site)).map(titleOf);
    if (weights.length) named.push('gradients of weights and biases');
    const more = named.length > MOST ? `; ${named.length - MOST} more` : '';
    return `${named.slice(0, MOST).join('; ')}${more} (${reason})`;
  });
}

function titleOf({ key, block: { title } }: Site): string {
  return `${BEFORE_TITLE[key] ?? ''}${title}`;
}

const BEFORE_TITLE: Readonly<Partial<Record<Site['key'], string>>> = {
  gradients: 'gradient of ',
  next: 'next step of ',
  turned: 'turned ',
};
