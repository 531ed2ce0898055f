import { BlockReader, type FoundBlock, type Whereabouts } from './reader';
import type { NotebookRecord, Place } from './place';
import { fromRows } from '../notebook/block';
import { inspect, inspectPlace, type Problem } from '../notebook/inspect';
import { dependents } from '../notebook/layout';
import { NAMES } from '../notebook/layout/outputs';
import type { Plan, PlannedBlock, SheetKey } from '../notebook/plan';
import { SHEET_KEYS } from '../notebook/plan';

/** A block on one of the notebook's sheets. */
export interface Site {
  readonly key: SheetKey;
  readonly block: PlannedBlock;
}

/** Every block of every sheet. */
export function sites(plan: Plan): Site[] {
  return SHEET_KEYS.flatMap((key) => plan.sheets[key].blocks.map((block) => ({ key, block })));
}

/** Those on the sheets that the notebook has. */
function sitesOn(plan: Plan, place: Place): Site[] {
  return sites(plan).filter(({ key }) => place[key] !== undefined);
}

export function siteId({ key, block }: Site): string {
  return `${key} ${block.name}`;
}

/** Does the state of the notebook stand in these cells? Then they are read; all others are only written. */
function holdsState({ block }: Site): boolean {
  return block.editable || block.name === NAMES.step || block.name === NAMES.optimiserStep;
}

/**
 * One look at the whole notebook: where every block stands now, what the cells that a person may type
 * into hold, and what is wrong with them. It costs one request.
 */
export class Reading {
  /** By site: where it stands. Without those that are gone. */
  readonly found = new Map<string, FoundBlock>();
  /** By site: the numbers in its cells. Without those that have a problem. */
  readonly values = new Map<string, number[]>();
  /** By site: what computed cells hold, where they were read and hold numbers. */
  readonly computed = new Map<string, number[]>();
  readonly problems: (Problem & { readonly key: SheetKey })[] = [];
  readonly missing: SheetKey[];

  private constructor(
    readonly plan: Plan,
    private readonly reader: BlockReader,
    sitesThere: readonly Site[],
  ) {
    this.missing = SHEET_KEYS.filter((key) => reader.isMissing(key));
    for (const site of sitesThere) if (!this.missing.includes(site.key)) this.take(site);
  }

  /** @param everything also read what computed cells hold, which is of interest only now and then */
  static async of(
    context: Excel.RequestContext,
    plan: Plan,
    { place }: NotebookRecord,
    whereabouts: Whereabouts,
    everything = false,
  ): Promise<Reading> {
    const reader = new BlockReader(context, place, whereabouts);
    for (const site of sites(plan)) reader.request(site.key, site.block, everything || holdsState(site));
    await reader.load();
    return new Reading(plan, reader, sitesOn(plan, place));
  }

  /** Names of the blocks on the value sheet that cannot be computed, because of a problem in what they read. */
  blocked(): Set<string> {
    return dependents(
      this.plan.layout,
      this.problems.filter(({ key }) => key === 'values').map(({ block }) => block),
    );
  }

  sheet(key: SheetKey): Excel.Worksheet {
    return this.reader.sheet(key);
  }

  /** Has the notebook this sheet? */
  isThere(key: SheetKey): boolean {
    return this.reader.has(key) && !this.missing.includes(key);
  }

  /** What the sheet is called now; it may have been renamed. */
  nameOf(key: SheetKey): string {
    return this.isThere(key) ? this.reader.sheet(key).name : this.plan.sheets[key].name;
  }

  /** A block that is about to be overwritten with good numbers has no problem any more, unless its cells are gone. */
  forgive({ key: sheet, block: { name } }: Site): void {
    const forgiven = this.problems.filter(({ key, block, cell }) => key !== sheet || block !== name || !cell);
    this.problems.splice(0, this.problems.length, ...forgiven);
  }

  private take(site: Site): void {
    const { key, block } = site;
    const found = this.reader.found(key, block);
    if (found) this.found.set(siteId(site), found);
    if (!holdsState(site)) {
      const problem = inspectPlace(block, found?.rect);
      if (problem) this.problems.push({ key, ...problem, message: this.where(key) + problem.message });
      else if (found?.rows.length) this.takeComputed(site, found);
      return;
    }
    const { values, problems } = inspect(block, found?.rect, found?.rows ?? []);
    if (values) this.values.set(siteId(site), values);
    else
      this.problems.push(
        ...problems.map((problem) => ({ key, ...problem, message: this.where(key) + problem.message })),
      );
  }

  private takeComputed(site: Site, { rows }: FoundBlock): void {
    const cells = fromRows(site.block, rows);
    if (cells.every((cell) => typeof cell === 'number')) this.computed.set(siteId(site), cells);
  }

  /** Addresses are on the value sheet unless a message says otherwise. */
  private where(key: SheetKey): string {
    return key === 'values' ? '' : `On the sheet '${this.nameOf(key)}': `;
  }
}
