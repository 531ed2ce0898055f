import { holdsState, siteId, siteIdOf, sites, type Site } from './site';
import { NotebookSheets } from './notebookSheets';
import { CellCheck, checkBytes, type Expectations, type Expected } from './cellCheck';
import { BlockReader, type FoundBlock, type Whereabouts } from './reader';
import { SitesByPlace } from './sitesByPlace';
import { fitsOneAnswer, readAgain, type Again } from './readChanged';
import type { Edit } from './watch';
import type { NotebookRecord } from '../notebook/notebookRecord';
import { Requests } from '../requests';
import { areGapsBlank, fromRows, isText, type Block } from '../../notebook/sheet/block';
import { inspect, inspectPlace, type Problem } from '../../notebook/sheet/inspect';
import { dependents } from '../../notebook/layout';
import type { Rect } from '../../notebook/sheet/address';
import type { Plan, SheetKey } from '../../notebook/sheet/plan';
import { readTexts } from '../../texts/excel/read';

/** In larger blocks the user's formulas are not searched for, only noticed when typed. */
const LARGE = 4096;

/** Whether a block may contain a formula of the user's, whose result can change by itself. */
function mayHaveFormulas({ key, block }: Site): boolean {
  return key === 'values' && block.editable && areaOf(block) <= LARGE;
}

function areaOf({ rect }: Block): number {
  return rect.rows * rect.columns;
}

/**
 * What is known about the cells of a whole notebook: the place of every block, the contents of the cells that
 * may be typed into, and what is wrong with them. Reading it costs one request; `again` reads only what has
 * changed.
 */
export class Reading {
  /** By site: its place. Without blocks that are gone. */
  readonly found = new Map<string, FoundBlock>();
  /** By site: its numbers, as last read or written. Without blocks that have a problem. */
  readonly values = new Map<string, ArrayLike<number>>();
  /** By site: the numbers in computed cells, where they were read. */
  readonly computed = new Map<string, number[]>();
  /** The sites that were read just now. */
  readonly fresh = new Set<string>();
  /** Those of them whose contents changed. */
  readonly news = new Set<string>();
  problems: (Problem & { readonly key: SheetKey })[] = [];
  /** Changes that Excel did not report, in the blocks that were checked. */
  untold: readonly Edit[] = [];

  /** Made when it is first asked for. */
  private byPlace?: SitesByPlace;

  private constructor(
    readonly plan: Plan,
    private readonly record: NotebookRecord,
    private readonly sheets: NotebookSheets,
  ) {}

  /**
   * @param options.everything also read computed cells, which is rarely needed
   * @param options.formulas sites known to contain a formula of the user's
   */
  static async of(
    context: Excel.RequestContext,
    plan: Plan,
    record: NotebookRecord,
    whereabouts: Whereabouts,
    { everything = false, formulas = [] as readonly Site[] } = {},
  ): Promise<Reading> {
    const sheets = new NotebookSheets(context, record.place);
    const reader = new BlockReader(context, sheets, whereabouts);
    const known = new Set(formulas.map(siteId));
    for (const site of sites(plan)) {
      const { key, block } = site;
      reader.request({
        key,
        block,
        values: everything || holdsState(site),
        formulas: mayHaveFormulas(site) || known.has(siteId(site)),
      });
    }
    await reader.load();
    const reading = new Reading(plan, record, sheets);
    for (const site of sites(plan).filter(({ key }) => sheets.isThere(key)))
      reading.take(site, reader.found(site.key, site.block));
    return reading;
  }

  /**
   * A new reading, with some sites read again. Costs no request if there is nothing to read.
   * @returns undefined if a block has moved or is gone, or if the answer would be too large: then everything must be
   *   read
   */
  async again(context: Excel.RequestContext, what: Again<Site>): Promise<Reading | undefined> {
    const { plan, record } = this;
    const sheets = new NotebookSheets(context, record.place, this.sheets);
    const reading = new Reading(plan, record, sheets);
    const ids = new Set(what.blocks.map(siteId));
    for (const [id, found] of this.found) reading.found.set(id, found);
    // No block moves from a reading to the next, or else everything is read.
    reading.byPlace = this.byPlace;
    for (const [id, values] of this.values) if (!ids.has(id)) reading.values.set(id, values);
    reading.problems = this.problems.filter(({ key, block }) => !ids.has(siteIdOf(key, block)));
    if (what.blocks.length === 0 && !what.places) return reading;
    const { checked = [] } = what;
    if (!fitsOneAnswer(what, this.found.size, checkBytes(reading.expectations(checked)))) return undefined;
    const check = await reading.check(new Requests(context), checked);
    const found = await readAgain(context, sheets, what, this.found);
    if (!found) return undefined;
    reading.untold = check.edits();
    for (const site of what.blocks) reading.take(site, found.get(siteId(site)));
    return reading;
  }

  /** The sheets that should exist and do not. */
  get missing(): SheetKey[] {
    return this.sheets.keys.filter((key) => !this.sheets.isThere(key));
  }

  /** The sites of a sheet that share a cell with an area, in the plan's order. */
  overlapping(key: SheetKey, area: Rect): Site[] {
    this.byPlace ??= new SitesByPlace(this.plan, this.found);
    return this.byPlace.overlapping(key, area);
  }

  /** Sites with a formula of the user's, whose result can change by itself. */
  get formulas(): Site[] {
    return sites(this.plan).filter((site) => this.found.get(siteId(site))?.formulas);
  }

  /**
   * Names of the blocks on the value sheet that cannot be computed, since they depend on cells with a
   * problem.
   */
  blocked(): Set<string> {
    return dependents(
      this.plan.layout,
      this.problems.filter(({ key }) => key === 'values').map(({ block }) => block),
    );
  }

  sheet(key: SheetKey): Excel.Worksheet {
    return this.sheets.get(key);
  }

  /** Whether the notebook has this sheet. */
  isThere(key: SheetKey): boolean {
    return this.sheets.isThere(key);
  }

  /** Present name of the sheet; it may have been renamed. */
  nameOf(key: SheetKey): string {
    return this.sheets.nameOf(key) ?? this.plan.sheets[key].name;
  }

  /** Queues, where it does not happen by itself, that formulas are calculated whose cells have changed. */
  calculate(): void {
    this.sheets.calculate();
  }

  /** Queues loading the sheets' names; call `namesAnswered` after the sync. */
  askNames(): void {
    this.sheets.ask();
  }

  namesAnswered(): void {
    this.sheets.answered();
  }

  /** Queues a check whether some sites still hold what is known; sends a request only where one answer does not hold them. */
  check(requests: Requests, checked: readonly Site[]): Promise<CellCheck> {
    return CellCheck.queue(requests, this.expectations(checked));
  }

  private expectations(checked: readonly Site[]): Expectations[] {
    const { place } = this.record;
    const there = this.sheets.keys.filter((key) => this.isThere(key));
    return there.map((key) => ({
      worksheetId: place[key]!,
      sheet: this.sheet(key),
      blocks: checked.filter((site) => site.key === key).flatMap((site) => this.expected(site) ?? []),
    }));
  }

  /** Undefined for blocks that are torn apart, for which nothing can be expected. */
  private expected(site: Site): Expected | undefined {
    const id = siteId(site);
    const found = this.found.get(id);
    if (!found || inspectPlace(site.block, found.rect)) return undefined;
    const values = this.values.get(id);
    return values || found.rows.length ? { site, values, rect: found.rect, rows: found.rows } : undefined;
  }

  /**
   * The numbers in a site, or its text, if its cells were read.
   *
   * @returns undefined if the cells, or the gaps of a spread block, hold anything else
   */
  contentsOf({ key, block }: Site): ArrayLike<number> | string | undefined {
    const id = siteIdOf(key, block.name);
    const rows = this.found.get(id)?.rows ?? [];
    if (rows.length && !areGapsBlank(block, rows)) return undefined;
    if (isText(block)) return rows.length ? String(rows[0][0]) : undefined;
    return this.computed.get(id) ?? this.values.get(id);
  }

  /** All that the cells of a site hold, numbers or not, as one text to compare; undefined if they were not read. */
  asText(site: Site): string | undefined {
    const { rows = [] } = this.found.get(siteId(site)) ?? {};
    return rows.length ? JSON.stringify(rows) : undefined;
  }

  /** Whether a cell of a block holds something that it must not hold. */
  hasBadCell({ key: sheet, block: { name } }: Site): boolean {
    return this.problems.some(({ key, block, cell }) => key === sheet && block === name && cell);
  }

  /** Removes the problem of a block about to be overwritten with good numbers, unless its cells are gone. */
  forgive({ key: sheet, block: { name } }: Site): void {
    this.problems = this.problems.filter(({ key, block, cell }) => key !== sheet || block !== name || !cell);
  }

  private take(site: Site, found: FoundBlock | undefined): void {
    const { key, block } = site;
    if (found) this.found.set(siteId(site), found);
    if (found?.rows.length) this.fresh.add(siteId(site));
    if (!holdsState(site)) {
      const problem = inspectPlace(block, found?.rect);
      if (problem) this.note(key, [problem]);
      else if (found?.rows.length) this.takeComputed(site, found);
      return;
    }
    const { values, problems } = inspect(block, found?.rect, found?.rows ?? []);
    if (values) this.values.set(siteId(site), values);
    else this.note(key, problems);
  }

  private takeComputed(site: Site, { rows }: FoundBlock): void {
    const cells = fromRows(site.block, rows);
    if (cells.every((cell) => typeof cell === 'number')) this.computed.set(siteId(site), cells);
  }

  /** Adds problems; messages name the sheet unless it is the value sheet. */
  private note(key: SheetKey, problems: readonly Problem[]): void {
    const worded = (message: string) =>
      key === 'values' ? message : readTexts.onSheet(this.nameOf(key), message);
    for (const problem of problems) this.problems.push({ key, ...problem, message: worded(problem.message) });
  }
}
