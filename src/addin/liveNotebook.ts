import type { NotebookRecord } from '../excel/place';
import { drawPlan } from '../excel/draw';
import { Reading, siteId, sites, type Site } from '../excel/reading';
import type { Edit } from '../excel/watch';
import type { Whereabouts } from '../excel/reader';
import { overlap, parseA1, type Rect } from '../notebook/address';
import { NAMES } from '../notebook/layout/outputs';
import { planNotebook, type Plan, type SheetKey } from '../notebook/plan';
import type { Images } from './images';
import { isCovered, type ShownFormulas } from './shownFormulas';
import { Trainer } from './trainer';
import { WrittenCells, type Extra } from './writtenCells';

/** A notebook of the open workbook: its plan, its numbers, and what its cells are known to hold. */
export class LiveNotebook {
  readonly plan: Plan;
  readonly trainer: Trainer;
  private readonly cells: WrittenCells;
  private readonly whereabouts: Whereabouts = new Map();

  constructor(
    public record: NotebookRecord,
    images: Images,
  ) {
    this.plan = planNotebook(record.spec, record.names.values);
    this.trainer = new Trainer(record.spec, images);
    this.cells = new WrittenCells(this.plan, this.trainer, () => this.record.formulas ?? []);
  }

  /** Which blocks hold formulas. */
  get formulas(): ShownFormulas {
    return this.cells.formulas;
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
      this.cells.note(siteId(site), values);
    }
  }

  /** A workbook was opened: learn what all its cells hold; the step counter goes on from its cell. */
  async open(context: Excel.RequestContext): Promise<Reading> {
    const reading = await Reading.of(context, this.plan, this.record, this.whereabouts, true);
    this.take(reading);
    this.trainer.trustMemory();
    this.takeCounts(reading);
    for (const [id, cells] of reading.computed) this.cells.note(id, cells);
    this.trainer.compute();
    return reading;
  }

  /**
   * Excel can undo what an add-in wrote. Which of the computed sites that seem typed over hold, instead, exactly
   * what they held before the last write? Those are known from now on to hold it again.
   */
  async undone(context: Excel.RequestContext, computed: readonly Site[]): Promise<Site[]> {
    const reading = await Reading.of(context, this.plan, this.record, this.whereabouts, true);
    const back = computed.filter((site) => {
      const id = siteId(site);
      return this.cells.isUndone(site, reading.computed.get(id) ?? reading.values.get(id));
    });
    if (back.some(({ key, block }) => key === 'values' && block.name === NAMES.step))
      this.takeCounts(reading);
    return back;
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

  /** Write what changed; what depends on a cell with a problem keeps what it shows. */
  write(context: Excel.RequestContext, reading: Reading, extra?: Extra): Promise<void> {
    return this.cells.write(context, reading, extra);
  }

  /** Draw anew the sheets that were deleted, with the numbers that the engine still knows. */
  async redraw(context: Excel.RequestContext, reading: Reading): Promise<void> {
    const keys = this.absent(reading);
    const place = await drawPlan(context, this.plan, this.trainer, keys);
    this.record = { ...this.record, place: { ...this.record.place, ...place } };
    this.cells.redrawn(keys);
    for (const { key, block } of sites(this.plan).filter((site) => keys.includes(site.key)))
      this.whereabouts.delete(siteId({ key, block }));
  }

  /** The sheets that should be there and are not: deleted, or needed by the optimiser for the first time. */
  absent(reading: Reading): SheetKey[] {
    return this.sheets.filter((key) => reading.missing.includes(key) || this.record.place[key] === undefined);
  }

  /** Does the notebook need this sheet, as its settings are? */
  needs(key: SheetKey): boolean {
    return this.sheets.includes(key);
  }

  /** The sheets that the notebook needs. */
  private get sheets(): SheetKey[] {
    const { gradients, turned, next } = this.plan.sheets;
    const withGradients = gradients.blocks.some((block) =>
      isCovered(this.record.formulas ?? [], { key: 'gradients', block }),
    );
    const more = withGradients ? [next, turned].filter(({ blocks }) => blocks.length) : [];
    return [...this.trainer.sheets, ...more.map(({ key }) => key)];
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
