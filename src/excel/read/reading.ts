import { holdsState, siteId, siteIdOf, sites, type Site } from './site';
import { NotebookSheets } from './notebookSheets';
import { CellCheck, type Expected } from './cellCheck';
import { BlockReader, type FoundBlock, type Whereabouts } from './reader';
import { readAgain, type Again } from './readChanged';
import type { Edit } from './watch';
import type { NotebookRecord } from '../notebook/notebookRecord';
import { areGapsBlank, fromRows, isText, type Block } from '../../notebook/sheet/block';
import { inspect, inspectPlace, type Problem } from '../../notebook/sheet/inspect';
import { dependents } from '../../notebook/layout';
import type { Plan, SheetKey } from '../../notebook/sheet/plan';
import { readTexts } from '../../texts/excel/read';

/** In larger blocks formulas of a person's are not looked for, unless they are typed before our eyes. */
const LARGE = 4096;

/** May a person have typed a formula there, whose result can change by itself? */
function mayHaveFormulas({ key, block }: Site): boolean {
  return key === 'values' && block.editable && areaOf(block) <= LARGE;
}

function areaOf({ rect }: Block): number {
  return rect.rows * rect.columns;
}

/**
 * What is known of the cells of a whole notebook: where every block stands, what the cells that a person may type into
 * hold, and what is wrong with them. It costs one request to read; `again` reads no more than what has changed.
 */
export class Reading {
  /** By site: where it stands. Without those that are gone. */
  readonly found = new Map<string, FoundBlock>();
  /** By site: the numbers in its cells, as they were read or written last. Without those that have a problem. */
  readonly values = new Map<string, ArrayLike<number>>();
  /** By site: what computed cells hold, where they were read and hold numbers. */
  readonly computed = new Map<string, number[]>();
  /** The sites whose cells were read just now. */
  readonly fresh = new Set<string>();
  /** Of these, what holds something that it had not held before. */
  readonly news = new Set<string>();
  problems: (Problem & { readonly key: SheetKey })[] = [];
  /** Changes that Excel has not told of, of the blocks that were looked at for that. */
  untold: readonly Edit[] = [];

  private constructor(
    readonly plan: Plan,
    private readonly record: NotebookRecord,
    private readonly sheets: NotebookSheets,
  ) {}

  /**
   * @param options.everything also read what computed cells hold, which is of interest only now and then
   * @param options.formulas sites that are known to have a formula of a person's
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
   * The same in another request, with some sites read again. Where there is nothing to read, no request is made.
   * @returns undefined when something does not stand as it did any more: then all must be looked at
   */
  async again(context: Excel.RequestContext, what: Again<Site>): Promise<Reading | undefined> {
    const { plan, record } = this;
    const sheets = new NotebookSheets(context, record.place, this.sheets);
    const reading = new Reading(plan, record, sheets);
    const ids = new Set(what.blocks.map(siteId));
    for (const [id, found] of this.found) reading.found.set(id, found);
    for (const [id, values] of this.values) if (!ids.has(id)) reading.values.set(id, values);
    reading.problems = this.problems.filter(({ key, block }) => !ids.has(siteIdOf(key, block)));
    if (what.blocks.length === 0 && !what.places) return reading;
    const check = reading.check(what.checked ?? []);
    const found = await readAgain(context, sheets, what, this.found);
    reading.untold = check.edits();
    if (found) for (const site of what.blocks) reading.take(site, found.get(siteId(site)));
    return found && reading;
  }

  /** Sheets that should be there and are not. */
  get missing(): SheetKey[] {
    return this.sheets.keys.filter((key) => !this.sheets.isThere(key));
  }

  /** Sites in which a person has a formula: what they hold can change by itself. */
  get formulas(): Site[] {
    return sites(this.plan).filter((site) => this.found.get(siteId(site))?.hasFormula);
  }

  /** Names of the blocks on the value sheet that cannot be computed, because of a problem in what they read. */
  blocked(): Set<string> {
    return dependents(
      this.plan.layout,
      this.problems.filter(({ key }) => key === 'values').map(({ block }) => block),
    );
  }

  sheet(key: SheetKey): Excel.Worksheet {
    return this.sheets.get(key);
  }

  /** Has the notebook this sheet? */
  isThere(key: SheetKey): boolean {
    return this.sheets.isThere(key);
  }

  /** What the sheet is called; it may have been renamed since it was drawn. */
  nameOf(key: SheetKey): string {
    return this.sheets.nameOf(key) ?? this.plan.sheets[key].name;
  }

  /** Queue the question what the sheets are called now; after the answer comes `namesAnswered`. */
  askNames(): void {
    this.sheets.ask();
  }

  namesAnswered(): void {
    this.sheets.answered();
  }

  /** Queue a look whether some sites still hold what is known of them. */
  check(checked: readonly Site[]): CellCheck {
    const { place } = this.record;
    const there = this.sheets.keys.filter((key) => this.isThere(key));
    return new CellCheck(
      there.map((key) => ({
        worksheetId: place[key]!,
        sheet: this.sheet(key),
        blocks: checked.filter((site) => site.key === key).flatMap((site) => this.expected(site) ?? []),
      })),
    );
  }

  /** Undefined for blocks that are torn, of which nothing can be said. */
  private expected(site: Site): Expected | undefined {
    const id = siteId(site);
    const found = this.found.get(id);
    if (!found || inspectPlace(site.block, found.rect)) return undefined;
    const values = this.values.get(id);
    return values || found.rows.length ? { site, values, rect: found.rect, rows: found.rows } : undefined;
  }

  /**
   * The numbers that a site holds, or its words, where its cells were read.
   * @returns undefined where they hold anything else, between the values of a spread block, too
   */
  contentsOf({ key, block }: Site): ArrayLike<number> | string | undefined {
    const id = siteIdOf(key, block.name);
    const rows = this.found.get(id)?.rows ?? [];
    if (rows.length && !areGapsBlank(block, rows)) return undefined;
    if (isText(block)) return rows.length ? String(rows[0][0]) : undefined;
    return this.computed.get(id) ?? this.values.get(id);
  }

  /** A block that is about to be overwritten with good numbers has no problem any more, unless its cells are gone. */
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

  /** Addresses are on the value sheet unless a message says otherwise. */
  private note(key: SheetKey, problems: readonly Problem[]): void {
    const worded = (message: string) =>
      key === 'values' ? message : readTexts.onSheet(this.nameOf(key), message);
    for (const problem of problems) this.problems.push({ key, ...problem, message: worded(problem.message) });
  }
}
