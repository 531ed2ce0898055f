import { siteId, siteIdOf } from './site';
import { parseA1, toA1, type Rect, sameRect } from '../../notebook/sheet/address';
import type { Block } from '../../notebook/sheet/block';
import type { SheetKey } from '../../notebook/sheet/plan';
import { untracked } from '../context';
import { BYTES, Requests, rowParts } from '../requests';
import type { NotebookSheets } from './notebookSheets';
import { stripsOf, type Placed } from '../write/mergeRanges';

/** Where a block stands on a sheet, and what its cells hold if they were asked for. */
export interface FoundBlock {
  readonly rect: Rect;
  readonly rows: readonly (readonly unknown[])[];
  /** Is one of its cells a formula? Known only where that was asked for. */
  readonly hasFormula: boolean;
}

/** Where blocks stood when they were last looked at, by sheet and name. */
export type Whereabouts = Map<string, Rect>;

/** A block on one of the notebook's sheets, where it has a name. */
export interface Named {
  readonly key: SheetKey;
  readonly block: Block;
}

/** What of a block is asked for beside its place. */
export interface Wanted extends Named {
  readonly values: boolean;
  readonly formulas: boolean;
}

type Asked = 'values' | 'formulas';

/** The cells of a strip on their way, in parts where one answer does not hold them. */
interface Loading {
  readonly asked: Asked;
  readonly ranges: readonly Excel.Range[];
  readonly rect: Rect;
  readonly parts: readonly (Placed & { readonly id: string })[];
}

/**
 * Reads many blocks in one request, or a few where they are large: `request` any number of them, `load` once, then ask
 * for what was `found`. Blocks are found by their defined names, so rows and columns may have been inserted. Values are
 * asked for where the blocks stood last, and the names after them; when these say that blocks have moved, the values
 * are fetched again, from there.
 */
export class BlockReader {
  private readonly wanted: Wanted[] = [];
  private readonly blocks = new Map<string, FoundBlock>();

  constructor(
    private readonly context: Excel.RequestContext,
    private readonly sheets: NotebookSheets,
    private readonly whereabouts: Whereabouts,
  ) {}

  request(wanted: Wanted): void {
    if (this.sheets.has(wanted.key)) this.wanted.push(wanted);
  }

  async load(): Promise<void> {
    let expected = (wanted: Wanted): Rect | undefined =>
      this.whereabouts.get(siteId(wanted)) ?? wanted.block.rect;
    for (;;) {
      const loaded = await this.fetch(expected);
      const places = namedPlaces(this.sheets);
      if (this.wanted.every((each) => !each.values || isAt(expected(each), places.get(siteId(each)))))
        return this.take(places, loaded);
      expected = (wanted) => places.get(siteId(wanted));
    }
  }

  /** After `load`: undefined when the name, or its cells, or the whole sheet is gone. */
  found(key: SheetKey, block: Block): FoundBlock | undefined {
    return this.blocks.get(siteId({ key, block }));
  }

  /** What the cells hold, and then where the names say that they stand. */
  private async fetch(placeOf: (wanted: Wanted) => Rect | undefined): Promise<Loading[]> {
    const requests = new Requests(this.context);
    const loading: Loading[] = [];
    for (const key of this.sheets.keys) {
      for (const asked of ['values', 'formulas'] as const)
        loading.push(...(await this.queueSheet(requests, key, asked, placeOf)));
    }
    await requests.room(0, this.wanted.length * BYTES.name);
    this.sheets.ask();
    askPlaces(this.sheets);
    await requests.send();
    this.sheets.answered();
    return loading;
  }

  private async queueSheet(
    requests: Requests,
    key: SheetKey,
    asked: Asked,
    placeOf: (wanted: Wanted) => Rect | undefined,
  ): Promise<Loading[]> {
    const placed = this.wanted
      .filter((wanted) => wanted.key === key && wanted[asked])
      .flatMap((wanted) => {
        const rect = placeOf(wanted);
        return rect ? [{ rect, id: siteId(wanted) }] : [];
      });
    const loading: Loading[] = [];
    for (const { rect, parts } of stripsOf(placed)) {
      const ranges: Excel.Range[] = [];
      for (const [first, rows] of rowParts(rect.rows, rect.columns * BYTES.number)) {
        await requests.room(2 * BYTES.call, rows * rect.columns * BYTES.number + BYTES.call);
        const part = toA1({ ...rect, row: rect.row + first, rows });
        const range = untracked(this.sheets.get(key).getRange(part));
        range.load(asked);
        ranges.push(range);
      }
      loading.push({ asked, ranges, rect, parts });
    }
    return loading;
  }

  private take(places: ReadonlyMap<string, Rect>, loaded: readonly Loading[]): void {
    const rows = { values: new Map<string, unknown[][]>(), formulas: new Map<string, unknown[][]>() };
    for (const { asked, ranges, rect, parts } of loaded) {
      if (ranges.some((range) => range.isNullObject)) continue;
      const all = ranges.flatMap((range) => range[asked] as unknown[][]);
      for (const part of parts) {
        const top = part.rect.row - rect.row;
        rows[asked].set(part.id, all.slice(top, top + part.rect.rows));
      }
    }
    for (const wanted of this.wanted) {
      const id = siteId(wanted);
      const rect = places.get(id);
      if (!rect) continue;
      this.whereabouts.set(id, rect);
      const hasFormula = isFormulaIn(rows.formulas.get(id) ?? []);
      this.blocks.set(id, { rect, rows: rows.values.get(id) ?? [], hasFormula });
    }
  }
}

function isAt(expected: Rect | undefined, place: Rect | undefined): boolean {
  return expected === place || sameRect(expected, place);
}

/** Queue the question where the blocks stand; after the answer come `namedPlaces`. */
export function askPlaces(sheets: NotebookSheets): void {
  for (const key of sheets.keys) sheets.get(key).names.load('items/name,items/formula');
}

/** Where the names say that the blocks stand. */
export function namedPlaces(sheets: NotebookSheets): Map<string, Rect> {
  const places = new Map<string, Rect>();
  for (const key of sheets.keys.filter((each) => sheets.isThere(each))) {
    for (const { name, formula } of sheets.get(key).names.items) {
      const rect = rectIn(String(formula));
      if (rect) places.set(siteIdOf(key, name), rect);
    }
  }
  return places;
}

export function isFormulaIn(rows: readonly (readonly unknown[])[]): boolean {
  return rows.some((cells) => cells.some((cell) => typeof cell === 'string' && cell.startsWith('=')));
}

/** "='Lesson 4'!$AD$11:$AF$13" as a rectangle; undefined when the cells are gone, or the name means something else. */
function rectIn(formula: string): Rect | undefined {
  const address = formula.slice(formula.lastIndexOf('!') + 1);
  return /^\$?[A-Z]+\$?\d+(:\$?[A-Z]+\$?\d+)?$/i.test(address) ? parseA1(address) : undefined;
}
