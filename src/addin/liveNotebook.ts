import type { NotebookRecord } from '../excel/place';
import { drawPlan } from '../excel/draw';
import { Marks } from '../excel/marks';
import { Reading, siteId, sites, type Site } from '../excel/reading';
import type { Edit } from '../excel/watch';
import { paint } from '../excel/context';
import type { Whereabouts } from '../excel/reader';
import { writeFormulas } from '../excel/formulaWriter';
import { writeBlocks, writeText, type BlockWrite } from '../excel/writer';
import { overlap, parseA1, type Rect } from '../notebook/address';
import { NAMES } from '../notebook/layout/outputs';
import { isText } from '../notebook/block';
import { planNotebook, SHEET_KEYS, type Plan, type PlannedBlock, type SheetKey } from '../notebook/plan';
import type { Images } from './images';
import { groupOf, isCovered, ShownFormulas, type Covered } from './shownFormulas';
import { Trainer } from './trainer';

/** What is to be written beside that which changed. */
export interface Extra {
  /** Sites to write whether they changed or not: what a person typed over. */
  readonly force?: ReadonlySet<string>;
  /** Said in the message cell when nothing is wrong; what only the writing shows is asked for after it. */
  readonly notice?: string | (() => string);
  /** Training begins anew: the curve does, too. */
  readonly restarted?: boolean;
  /** Write nothing at all: any write would end the undoing that a person is in the middle of. */
  readonly still?: boolean;
}

/** A notebook of the open workbook: its plan, its numbers, and what its cells are known to hold. */
export class LiveNotebook {
  readonly plan: Plan;
  readonly trainer: Trainer;
  private readonly known = new Map<string, Float64Array>();
  /** By site: what its cells held before they were last written. */
  private readonly previous = new Map<string, Float64Array>();
  private readonly marks = new Marks();
  private readonly whereabouts: Whereabouts = new Map();
  readonly formulas: ShownFormulas;
  /** By name of the block: the words that its cell shows. */
  private readonly texts = new Map<string, string>();

  constructor(
    public record: NotebookRecord,
    images: Images,
  ) {
    this.plan = planNotebook(record.spec, record.names.values);
    this.trainer = new Trainer(record.spec, images);
    this.formulas = new ShownFormulas(this.plan, this.covered, sites(this.plan));
  }

  private get covered(): Covered {
    return this.record.formulas ?? [];
  }

  get title(): string {
    return this.record.names.values;
  }

  /** Where a block stood when the cells were last looked at; undefined when they never were, or the block was gone. */
  placeOf(key: SheetKey, block: string): Rect | undefined {
    return this.whereabouts.get(`${key} ${block}`);
  }

  /** One look at all cells that hold state; one request. */
  read(context: Excel.RequestContext): Promise<Reading> {
    return Reading.of(context, this.plan, this.record, this.whereabouts);
  }

  /** Take every number that a person may have typed: the cells are the state. */
  take(reading: Reading): void {
    for (const site of sites(this.plan)) {
      const values = reading.values.get(siteId(site));
      if (!values || !site.block.editable) continue;
      this.trainer.accept(site.key, site.block, values);
      this.known.set(siteId(site), Float64Array.from(values));
    }
  }

  /** A workbook was opened: learn what all its cells hold; the step counter goes on from its cell. */
  async open(context: Excel.RequestContext): Promise<Reading> {
    const reading = await Reading.of(context, this.plan, this.record, this.whereabouts, true);
    this.take(reading);
    this.trainer.trustMemory();
    this.takeCounts(reading);
    for (const [id, cells] of reading.computed) this.known.set(id, Float64Array.from(cells));
    this.trainer.compute();
    return reading;
  }

  /**
   * Excel can undo what an add-in wrote. Which of the computed sites that seem typed over hold, instead, exactly
   * what they held before the last write? Those are known from now on to hold it again.
   */
  async undone(context: Excel.RequestContext, computed: readonly Site[]): Promise<Site[]> {
    const reading = await Reading.of(context, this.plan, this.record, this.whereabouts, true);
    const cellsOf = (id: string) => reading.computed.get(id) ?? reading.values.get(id);
    const back = computed
      .map(siteId)
      .filter((id) => equal(Float64Array.from(cellsOf(id) ?? []), this.previous.get(id)));
    for (const id of back) this.known.set(id, this.previous.get(id)!);
    if (back.includes(STEP)) this.takeCounts(reading);
    return computed.filter((site) => back.includes(siteId(site)));
  }

  private takeCounts(reading: Reading): void {
    for (const block of this.plan.sheets.values.blocks) {
      if (block.name !== NAMES.step && block.name !== NAMES.optimiserStep) continue;
      const values = reading.values.get(siteId({ key: 'values', block }));
      if (values) this.trainer.accept('values', block, values);
    }
  }

  /**
   * While a run goes on the engine is ahead of the cells: take only the cells that were edited.
   * @returns the sites that were touched
   */
  takeEdits(reading: Reading, edits: readonly Edit[]): Site[] {
    const touched = this.touched(reading, edits);
    for (const site of touched) {
      const values = reading.values.get(siteId(site));
      if (!values || !site.block.editable) continue;
      this.trainer.accept(site.key, site.block, this.merge(site, reading, edits, values));
    }
    return touched;
  }

  /**
   * Texts and blanks that were typed while a write of ours was on its way, which went over them: in a cell of a
   * person's, Excel says that it was typed, and the cell holds something else.
   */
  overtaken(reading: Reading, edits: readonly Edit[]): Edit[] {
    return edits.filter((edit) => {
      if (typeof edit.typed !== 'string' || !edit.typing) return false;
      const { row, column } = parseA1(edit.address);
      return this.touched(reading, [edit]).some((site) => {
        const { rect, rows } = reading.found.get(siteId(site))!;
        return site.block.editable && rows[row - rect.row]?.[column - rect.column] !== edit.typed;
      });
    });
  }

  /** The sites that an edit touched. */
  touched(reading: Reading, edits: readonly Edit[]): Site[] {
    return sites(this.plan).filter((site) => this.hits(site, reading, edits).length > 0);
  }

  /**
   * Write what changed: values, gradients, the optimiser's memory, marks, the message. What depends on
   * a cell with a problem keeps what it shows. One request.
   */
  async write(
    context: Excel.RequestContext,
    reading: Reading,
    { force, notice, still }: Extra = {},
  ): Promise<void> {
    if (still) return;
    await this.writeFormulas(context, reading, force);
    const blocked = reading.blocked();
    const waiting = ({ key, block }: Site) =>
      blocked.has(block.name) || (key !== 'values' && groupOf(key) && blocked.has(NAMES.batchLoss));
    await paint(context, () => {
      for (const key of SHEET_KEYS) {
        const writes: BlockWrite[] = [];
        for (const block of this.plan.sheets[key].blocks) {
          const site: Site = { key, block };
          if (!this.isWritable(site, reading) || this.isFormula(site)) continue;
          const forced = (force?.has(siteId(site)) ?? false) || this.formulas.isShown(site);
          const values = waiting(site) ? undefined : this.trainer.valuesFor(key, block);
          if (values) this.add(writes, reading, site, values, forced);
          else if (forced) this.add(writes, reading, site, this.known.get(siteId(site)), true);
        }
        if (writes.length) writeBlocks(reading.sheet(key), writes);
      }
      this.marks.show(reading);
      const message = reading.problems[0]?.message ?? worded(notice) ?? '';
      for (const block of this.plan.sheets.values.blocks.filter(isText)) {
        const isMessage = block.name === NAMES.message;
        if (!this.isFormula({ key: 'values', block }) && (isMessage || !blocked.has(block.name)))
          this.writeWords(reading, block, isMessage ? message : this.trainer.textFor(block), force);
      }
    });
  }

  /** Formulas that are not in their cells yet, or were typed over. */
  private async writeFormulas(
    context: Excel.RequestContext,
    reading: Reading,
    force?: ReadonlySet<string>,
  ): Promise<void> {
    const covered = sites(this.plan).filter(
      (site) => isCovered(this.covered, site) && reading.found.has(siteId(site)),
    );
    if (covered.length === 0) return;
    const due = this.formulas.due(covered, this.trainer.settings, reading, force);
    for (const { key, block } of due) {
      this.known.delete(`${key} ${block.name}`);
      this.texts.delete(`${key} ${block.name}`);
    }
    await writeFormulas(
      context,
      due,
      (key) => reading.sheet(key),
      (key) => reading.nameOf(key),
    );
  }

  /** Does the spreadsheet compute these cells itself? */
  private isFormula(site: Site): boolean {
    return isCovered(this.covered, site) && this.formulas.isShown(site) && !this.formulas.staysValues(site);
  }

  /** Draw anew the sheets that were deleted, with the numbers that the engine still knows. */
  async redraw(context: Excel.RequestContext, reading: Reading): Promise<void> {
    const keys = this.absent(reading);
    const place = await drawPlan(context, this.plan, this.trainer, keys);
    // Those on other sheets lost the cells that they read.
    this.formulas.forgetAll();
    this.record = { ...this.record, place: { ...this.record.place, ...place } };
    for (const { key, block } of sites(this.plan).filter((site) => keys.includes(site.key))) {
      this.known.delete(siteId({ key, block }));
      this.whereabouts.delete(siteId({ key, block }));
    }
  }

  /** The sheets that should be there and are not: deleted, or needed by the optimiser for the first time. */
  absent(reading: Reading): SheetKey[] {
    return this.sheets.filter((key) => reading.missing.includes(key) || this.record.place[key] === undefined);
  }

  /** The sheets that the notebook needs. */
  private get sheets(): SheetKey[] {
    const { gradients, turned, next } = this.plan.sheets;
    const withGradients = gradients.blocks.some((block) =>
      isCovered(this.covered, { key: 'gradients', block }),
    );
    const more = withGradients ? [next, turned].filter(({ blocks }) => blocks.length) : [];
    return [...this.trainer.sheets, ...more.map(({ key }) => key)];
  }

  private isWritable(site: Site, reading: Reading): boolean {
    if (isText(site.block) || !reading.found.has(siteId(site))) return false;
    return !reading.problems.some(({ key, block }) => key === site.key && block === site.block.name);
  }

  private add(
    writes: BlockWrite[],
    reading: Reading,
    site: Site,
    values: Float64Array | undefined,
    forced: boolean,
  ): void {
    const id = siteId(site);
    const before = this.known.get(id);
    if (!values || (!forced && equal(values, before))) return;
    const { rect } = reading.found.get(id)!;
    // Whatever somebody typed between the values of a computed block goes, too.
    writes.push({ block: site.block, values, rect, gaps: forced && !site.block.editable ? '' : null });
    if (before) this.previous.set(id, before);
    this.known.set(id, values.slice());
    this.formulas.forget(site);
  }

  private writeWords(
    reading: Reading,
    block: PlannedBlock,
    words: string,
    force?: ReadonlySet<string>,
  ): void {
    const id = `values ${block.name}`;
    if (!reading.found.has(id)) return;
    if (words === this.texts.get(id) && !force?.has(id)) return;
    writeText(reading.sheet('values'), block, words);
    this.formulas.forget({ key: 'values', block });
    this.texts.set(id, words);
  }

  /** The edits that typed over a cell of a site, where it stands now. */
  private hits(site: Site, reading: Reading, edits: readonly Edit[]): Edit[] {
    const found = reading.found.get(siteId(site));
    const sheet = this.record.place[site.key];
    if (!found) return [];
    return edits.filter(
      ({ typing, worksheetId, address }) =>
        typing && worksheetId === sheet && overlap(parseA1(address), found.rect),
    );
  }

  /** The engine's numbers with those from edited cells put in their places. */
  private merge(
    site: Site,
    reading: Reading,
    edits: readonly Edit[],
    values: readonly number[],
  ): Float64Array {
    const { rect } = reading.found.get(siteId(site))!;
    const { jump } = site.block;
    const columns = Math.ceil(rect.columns / jump);
    const areas = this.hits(site, reading, edits).map((edit) => ({ edit, area: parseA1(edit.address) }));
    return this.trainer.valuesFor(site.key, site.block).map((own, index) => {
      const row = rect.row + Math.floor(index / columns) * jump;
      const column = rect.column + (index % columns) * jump;
      const hit = areas.findLast(({ area }) => overlap(area, { row, column, rows: 1, columns: 1 }));
      if (!hit) return own;
      // A repaint may have overtaken a single edit on its way here; Excel still knows what was typed.
      return typeof hit.edit.typed === 'number' ? hit.edit.typed : values[index];
    });
  }
}

/** What is to be said, after the writing. */
export function worded(notice: Extra['notice']): string | undefined {
  return typeof notice === 'function' ? notice() : notice;
}

/** By site: the step counter. */
const STEP = `values ${NAMES.step}`;

function equal(a: Float64Array, b: Float64Array | undefined): boolean {
  return b !== undefined && a.length === b.length && a.every((value, index) => Object.is(value, b[index]));
}
