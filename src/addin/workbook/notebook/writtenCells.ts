import { Requests } from '../../../excel/requests';
import { writeFormulas, type FormulaWrite } from '../../../excel/write/formulaWriter';
import { ErrorHighlights } from '../../../excel/write/errorHighlights';
import { protectionBehind } from '../../../excel/protection';
import type { Reading } from '../../../excel/read/reading';
import { holdsState, siteId, sites, type Site } from '../../../excel/read/site';
import type { Edit } from '../../../excel/read/watch';
import { SettingFonts } from '../../../excel/write/settingFonts';
import { writeBlocks, writeText, type BlockWrite } from '../../../excel/write/writer';
import { hasOwnFormulas, isText } from '../../../notebook/sheet/block';
import { NAMES } from '../../../notebook/layout/outputs';
import { SHEET_KEYS, type Plan, type PlannedBlock, type SheetKey } from '../../../notebook/sheet/plan';
import { CellMemory } from './cellMemory';
import { groupOf, isCovered, ShownFormulas, type Covered } from './shownFormulas';
import type { Trainer } from '../../../training/trainer';

/** What a change leads to beside the numbers that it changed. */
export interface Outcome {
  /** Sites to write whether they changed or not: what a person typed over. */
  readonly force?: ReadonlySet<string>;
  /** Said in the message cell when nothing is wrong; what only the writing shows is asked for after it. */
  readonly notice?: string | (() => string);
  /** Gives back what was replaced, as long as the notice is shown. @param reading the cells then */
  readonly undo?: (reading: Reading) => Outcome;
  /** The batch losses of steps that were taken. */
  readonly losses?: readonly number[];
  /** Training begins anew: the curve does, too; Undo brings it back. */
  readonly restarted?: boolean;
  /** The last step was taken back: the curve ends before it. */
  readonly isBack?: boolean;
  /** Write nothing at all: any write would end the undoing that a person is in the middle of. */
  readonly still?: boolean;
}

/** What the cells of a notebook are known to hold, and the writing of what changed. */
export class WrittenCells {
  readonly formulas: ShownFormulas;
  readonly memory = new CellMemory();
  private readonly highlights = new ErrorHighlights();
  private readonly fonts = new SettingFonts();
  /** What the latest write was to change, in its order, with what the cells held before. */
  private replaced: { readonly key: SheetKey; readonly write: BlockWrite }[] = [];
  /** What was known before it. */
  private before = this.memory.save();
  /** Were rows or columns inserted or deleted inside a block? Then no formula is as it was, when that is undone. */
  private wasTorn = false;

  constructor(
    private readonly plan: Plan,
    private readonly trainer: Trainer,
    /** What is to be shown as formulas. */
    private readonly covered: () => Covered,
  ) {
    this.formulas = new ShownFormulas(plan);
  }

  /** Nobody knows what the cells of a site hold: they are written whatever they should hold. */
  forget(site: Site): void {
    this.memory.forget(siteId(site));
    this.formulas.forget(site);
  }

  /** The cells of some sheets were drawn anew. */
  redrawn(keys: readonly SheetKey[]): void {
    const drawn = sites(this.plan).filter(({ key }) => keys.includes(key));
    for (const site of drawn) this.memory.forget(siteId(site));
    // What was written into the cells that were there before is not told any more.
    this.memory.awaitNone(drawn.map(siteId));
    // Formulas on other sheets lost the cells that they read.
    this.formulas.forgetAll();
  }

  /** Cells may hold anything, and have any format: all is written again. */
  forgetAll(): void {
    this.memory.forgetAll();
    this.formulas.forgetAll();
    this.highlights.forget();
    this.fonts.forget();
  }

  /** Undo or redo brought back what the cells of a site hold now. */
  restored(site: Site, reading: Reading): void {
    const id = siteId(site);
    const contents = reading.contentsOf(site);
    if (reading.found.get(id)?.formulas || contents === undefined) return this.memory.forget(id);
    this.memory.found(id, contents);
    this.formulas.forget(site);
    if (typeof contents === 'string' && site.block.name === NAMES.message) this.highlights.recall(contents);
  }

  /** Does anything stand there that does not follow from the engine's numbers? Of what waits or is a formula nobody knows. */
  isBehind(reading: Reading): boolean {
    const blocked = reading.blocked();
    // Cells are marked that are good again.
    if (reading.problems.length === 0 && !this.highlights.isEmpty) return true;
    return sites(this.plan).some((site) => {
      const { key, block } = site;
      if (this.isFormula(site) || blocked.has(block.name) || !reading.found.has(siteId(site))) return false;
      if (isText(block))
        return block.name !== NAMES.message && this.trainer.textFor(block) !== this.memory.word(siteId(site));
      return (
        isWritable(site, reading) && !this.memory.holds(siteId(site), this.trainer.valuesFor(key, block))
      );
    });
  }

  /**
   * Write what changed: values, gradients, the optimiser's memory, marks, the message. What depends on a cell with a
   * problem keeps what it shows. One request, unless the page is very large, and before it those that formulas need.
   * @param checked sites to look at before anything is written, which costs no request, unless they are very many
   * @returns the changes of these that Excel has not told of
   */
  async write(
    context: Excel.RequestContext,
    reading: Reading,
    outcome: Outcome = {},
    checked: readonly Site[] = [],
  ): Promise<Edit[]> {
    if (outcome.still) return [];
    const blocked = reading.blocked();
    const waits = ({ key, block }: Site) =>
      blocked.has(block.name) ||
      (key !== 'values' && groupOf(key) !== undefined && blocked.has(NAMES.batchLoss));
    this.replaced = [];
    this.before = this.memory.save();
    await this.writeFormulas(context, reading, outcome.force);
    try {
      const requests = new Requests(context);
      const check = await reading.check(requests, checked);
      for (const key of SHEET_KEYS) await this.queueValues(requests, key, reading, waits, outcome.force);
      await this.highlights.show(requests, reading);
      await this.fonts.show(requests, reading, this.trainer.settings);
      await this.queueWords(requests, reading, blocked, outcome);
      if (this.covered().length) reading.calculate();
      reading.askNames();
      await requests.send();
      reading.namesAnswered();
      return check.edits();
    } catch (error) {
      // Nobody knows how far it came.
      this.memory.forgetAll();
      this.memory.awaitNone();
      this.highlights.forget();
      this.fonts.forget();
      throw error;
    }
  }

  /**
   * The latest write has failed where somebody protects cells: what was written before that becomes what it was. It goes
   * the same way, and so fails at the same place.
   */
  async putBack(context: Excel.RequestContext, reading: Reading): Promise<void> {
    const requests = new Requests(context);
    try {
      for (const key of SHEET_KEYS) {
        const writes = this.replaced.filter((each) => each.key === key).map(({ write }) => write);
        if (writes.length) await writeBlocks(requests, reading.sheet(key), writes);
        for (const { block, values } of writes) this.memory.wrote(siteId({ key, block }), values);
      }
      await requests.send();
    } catch (error) {
      if (!(await protectionBehind(error))) throw error;
    }
    this.memory.load(this.before);
  }

  /** Formulas that are not in their cells yet, or were typed over. Bad numbers in what they read do not matter to them. */
  private async writeFormulas(
    context: Excel.RequestContext,
    reading: Reading,
    force?: ReadonlySet<string>,
  ): Promise<void> {
    const isWhole = reading.problems.every(({ cell }) => cell);
    if (isWhole && this.wasTorn) this.formulas.forgetAll();
    this.wasTorn = !isWhole;
    if (!isWhole) return;
    const ready = sites(this.plan).filter(
      (site) => isCovered(this.covered(), site) && reading.found.has(siteId(site)),
    );
    if (ready.length) await this.fillFormulas(context, reading, ready, force);
  }

  /** Writes the formulas of sites that are to be formulas and are none yet. */
  async fillFormulas(
    context: Excel.RequestContext,
    reading: Reading,
    some: readonly Site[],
    force?: ReadonlySet<string>,
  ): Promise<void> {
    const due = this.formulas.due(some, this.trainer.settings, reading, force);
    for (const { site } of due) this.memory.wrote(siteId(site));
    await this.sendFormulas(context, reading, due);
  }

  private async sendFormulas(
    context: Excel.RequestContext,
    reading: Reading,
    due: readonly (FormulaWrite & { readonly site: Site })[],
  ): Promise<void> {
    const sheetOf = (key: SheetKey) => reading.sheet(key);
    try {
      await writeFormulas(context, due, sheetOf, (key) => reading.nameOf(key));
    } catch (error) {
      for (const { site } of due) this.formulas.forget(site);
      this.memory.awaitNone(due.map(({ site }) => siteId(site)));
      throw error;
    }
  }

  private async queueValues(
    requests: Requests,
    key: SheetKey,
    reading: Reading,
    waits: (site: Site) => boolean,
    force?: ReadonlySet<string>,
  ): Promise<void> {
    const writes: BlockWrite[] = [];
    for (const block of this.plan.sheets[key].blocks) {
      const site: Site = { key, block };
      if (!isWritable(site, reading) || this.isFormula(site)) continue;
      const forced = (force?.has(siteId(site)) ?? false) || this.formulas.isShown(site);
      const values = waits(site) ? undefined : this.trainer.valuesFor(key, block);
      if (values) this.add(writes, reading, site, values, forced);
      else if (forced) this.add(writes, reading, site, this.memory.values(siteId(site)), true);
    }
    if (writes.length) await writeBlocks(requests, reading.sheet(key), writes);
  }

  private add(
    writes: BlockWrite[],
    reading: Reading,
    site: Site,
    values: Float64Array | undefined,
    forced: boolean,
  ): void {
    const id = siteId(site);
    if (!values || (!forced && this.memory.holds(id, values))) return;
    const { rect } = reading.found.get(id)!;
    // Whatever somebody typed between the values of a computed block goes, too.
    const before = this.memory.values(id);
    if (before)
      this.replaced.push({ key: site.key, write: { block: site.block, values: before, rect, gaps: null } });
    const gaps = forced && !site.block.editable ? '' : null;
    const written = values.slice();
    writes.push({ block: site.block, values: written, rect, gaps });
    this.memory.wrote(id, written);
    if (holdsState(site)) reading.values.set(id, written);
    this.formulas.forget(site);
  }

  private async queueWords(
    requests: Requests,
    reading: Reading,
    blocked: ReadonlySet<string>,
    { notice, force }: Outcome,
  ): Promise<void> {
    const message = reading.problems[0]?.message ?? worded(notice) ?? '';
    for (const block of this.plan.sheets.values.blocks.filter(isText)) {
      const isMessage = block.name === NAMES.message;
      if (isMessage) this.highlights.remember(message);
      if (this.isFormula({ key: 'values', block }) || (!isMessage && blocked.has(block.name))) continue;
      const words = isMessage ? message : this.trainer.textFor(block);
      await this.queueWord(requests, reading, block, words, force);
    }
  }

  private async queueWord(
    requests: Requests,
    reading: Reading,
    block: PlannedBlock,
    words: string,
    force?: ReadonlySet<string>,
  ): Promise<void> {
    const site: Site = { key: 'values', block };
    const id = siteId(site);
    if (!reading.found.has(id)) return;
    if (words === this.memory.word(id) && !force?.has(id)) return;
    await writeText(requests, reading.sheet('values'), block, words);
    this.formulas.forget(site);
    this.memory.wrote(id, words);
  }

  /** Does the spreadsheet compute these cells itself? */
  private isFormula(site: Site): boolean {
    return isCovered(this.covered(), site) && this.formulas.isShown(site) && !this.formulas.staysValues(site);
  }
}

/** What is to be said, after the writing. */
export function worded(notice: Outcome['notice']): string | undefined {
  return typeof notice === 'function' ? notice() : notice;
}

function isWritable(site: Site, reading: Reading): boolean {
  if (site.key === 'values' && hasOwnFormulas(site.block)) return false;
  if (isText(site.block) || !reading.found.has(siteId(site))) return false;
  return !reading.problems.some(({ key, block }) => key === site.key && block === site.block.name);
}
