import { siteId, siteIdOf } from './site';
import { parseA1, toA1, type Rect, sameRect } from '../../notebook/sheet/address';
import type { Block } from '../../notebook/sheet/block';
import type { SheetKey } from '../../notebook/sheet/plan';
import { untracked } from '../context';
import { BYTES, Requests, rowParts } from '../requests';
import type { NotebookSheets } from './notebookSheets';
import { stripsOf, type Placed } from '../write/mergeRanges';

/** The cells of a block, and their contents if they were asked for. */
export interface FoundBlock {
  readonly rect: Rect;
  readonly rows: readonly (readonly unknown[])[];
  /** Its cells that have formulas, and those between; known only if that was asked for. */
  readonly formulas: Rect | undefined;
}

/** The cells of blocks when they were last read, by sheet and name. */
export type Whereabouts = Map<string, Rect>;

/** A named block on one of the notebook's sheets. */
export interface Named {
  readonly key: SheetKey;
  readonly block: Block;
}

/** What to read of a block beside its place. */
export interface Wanted extends Named {
  readonly values: boolean;
  readonly formulas: boolean;
}

type Asked = 'values' | 'formulas';

/** A strip of cells being loaded, in several parts if one answer cannot hold it. */
interface Loading {
  readonly asked: Asked;
  readonly ranges: readonly Excel.Range[];
  readonly rect: Rect;
  readonly parts: readonly (Placed & { readonly id: string })[];
}

/**
 * Reads many blocks in one request, or a few requests if they are large: call `request` any number of times,
 * `load` once, then `found`. Blocks are found by their defined names, since rows and columns may have been
 * inserted. Values are loaded from where the blocks were last, together with the names; if these say that
 * blocks have moved, the values are loaded again from there.
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
    for (let isCalculated = false; ;) {
      const loaded = await this.fetch(expected);
      const places = namedPlaces(this.sheets);
      const areThere = this.wanted.every(
        (each) => !each.values || isAt(expected(each), places.get(siteId(each))),
      );
      const isCurrent = isCalculated || !this.sheets.isManual || !areFormulas(loaded);
      if (areThere && isCurrent) return this.take(places, loaded);
      // The first thing in the next request, before the cells are loaded.
      if (areThere) this.sheets.calculate();
      isCalculated ||= areThere;
      expected = (wanted) => places.get(siteId(wanted));
    }
  }

  /** After `load`: the block, or undefined if its name, its cells or its sheet is gone. */
  found(key: SheetKey, block: Block): FoundBlock | undefined {
    return this.blocks.get(siteId({ key, block }));
  }

  /** Loads the cells, and then the places that the names refer to. */
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
      const formulas = formulaCells(rows.formulas.get(id) ?? [], rect);
      this.blocks.set(id, { rect, rows: rows.values.get(id) ?? [], formulas });
    }
  }
}

function areFormulas(loaded: readonly Loading[]): boolean {
  return loaded.some(
    ({ asked, ranges }) =>
      asked === 'formulas' && ranges.some((range) => !range.isNullObject && isFormulaIn(range.formulas)),
  );
}

function isAt(expected: Rect | undefined, place: Rect | undefined): boolean {
  return expected === place || sameRect(expected, place);
}

/** Queues loading the places of the blocks; call `namedPlaces` after the sync. */
export function askPlaces(sheets: NotebookSheets): void {
  for (const key of sheets.keys) sheets.get(key).names.load('items/name,items/formula');
}

/** The places that the defined names refer to. */
export function namedPlaces(sheets: NotebookSheets): Map<string, Rect> {
  const places = new Map<string, Rect>();
  for (const key of sheets.keys.filter((each) => sheets.isThere(each))) {
    for (const { name, formula } of sheets.get(key).names.items) {
      const rect = rectNamed(String(formula));
      if (rect) places.set(siteIdOf(key, name), rect);
    }
  }
  return places;
}

export function isFormulaIn(rows: readonly (readonly unknown[])[]): boolean {
  return rows.some((cells) => cells.some(isFormula));
}

function isFormula(cell: unknown): boolean {
  return typeof cell === 'string' && cell.startsWith('=');
}

/** The cells of a block that have formulas, and those between. @param rows what they hold */
export function formulaCells(rows: readonly (readonly unknown[])[], { row, column }: Rect): Rect | undefined {
  if (!isFormulaIn(rows)) return undefined;
  const down = rows.flatMap((cells, index) => (cells.some(isFormula) ? [index] : []));
  const across = rows.flatMap((cells) => cells.flatMap((cell, index) => (isFormula(cell) ? [index] : [])));
  const [first, left] = [down[0], across.reduce((least, index) => Math.min(least, index))];
  const right = across.reduce((most, index) => Math.max(most, index));
  return {
    row: row + first,
    column: column + left,
    rows: down.at(-1)! - first + 1,
    columns: right - left + 1,
  };
}

/**
 * "='Lesson 4'!$AD$11:$AF$13" as a rectangle; undefined if the cells are gone, or the name refers to
 * something else.
 */
export function rectNamed(formula: string): Rect | undefined {
  const address = formula.slice(formula.lastIndexOf('!') + 1);
  return /^\$?[A-Z]+\$?\d+(:\$?[A-Z]+\$?\d+)?$/i.test(address) ? parseA1(address) : undefined;
}
