import { siteId, siteIdOf } from './site';
import { parseA1, toA1, type Rect, sameRect } from '../../notebook/sheet/address';
import type { Block } from '../../notebook/sheet/block';
import type { SheetKey } from '../../notebook/sheet/plan';
import { untracked } from '../context';
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

/** The cells of a strip on their way. */
interface Loading {
  readonly asked: Asked;
  readonly range: Excel.Range;
  readonly rect: Rect;
  readonly parts: readonly (Placed & { readonly id: string })[];
}

/**
 * Reads many blocks in one request: `request` any number of them, `load` once, then ask for what was `found`.
 * Blocks are found by their defined names, so rows and columns may have been inserted. Values are asked for where
 * the blocks stood last; when the names say that they have moved, a second request fetches them from there.
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
    this.sheets.ask();
    askPlaces(this.sheets);
    const expected = (wanted: Wanted) => this.whereabouts.get(siteId(wanted)) ?? wanted.block.rect;
    const early = this.queue(expected);
    await this.context.sync();
    this.sheets.answered();
    const places = namedPlaces(this.sheets);
    const moved = (wanted: Wanted) => !sameRect(expected(wanted), places.get(siteId(wanted)));
    const loaded = this.wanted.some((wanted) => wanted.values && moved(wanted))
      ? await this.again(places)
      : early;
    this.take(places, loaded);
  }

  /** After `load`: undefined when the name, or its cells, or the whole sheet is gone. */
  found(key: SheetKey, block: Block): FoundBlock | undefined {
    return this.blocks.get(siteId({ key, block }));
  }

  private queue(placeOf: (wanted: Wanted) => Rect | undefined): Loading[] {
    return this.sheets.keys.flatMap((key) => [
      ...this.queueSheet(key, 'values', placeOf),
      ...this.queueSheet(key, 'formulas', placeOf),
    ]);
  }

  private queueSheet(key: SheetKey, asked: Asked, placeOf: (wanted: Wanted) => Rect | undefined): Loading[] {
    const placed = this.wanted
      .filter((wanted) => wanted.key === key && wanted[asked])
      .flatMap((wanted) => {
        const rect = placeOf(wanted);
        return rect ? [{ rect, id: siteId(wanted) }] : [];
      });
    return stripsOf(placed).map(({ rect, parts }) => {
      const range = untracked(this.sheets.get(key).getRange(toA1(rect)));
      range.load(asked);
      return { asked, range, rect, parts };
    });
  }

  private async again(places: ReadonlyMap<string, Rect>): Promise<Loading[]> {
    const loading = this.queue((wanted) =>
      this.sheets.isThere(wanted.key) ? places.get(siteId(wanted)) : undefined,
    );
    await this.context.sync();
    return loading;
  }

  private take(places: ReadonlyMap<string, Rect>, loaded: readonly Loading[]): void {
    const rows = { values: new Map<string, unknown[][]>(), formulas: new Map<string, unknown[][]>() };
    for (const { asked, range, rect, parts } of loaded) {
      if (range.isNullObject) continue;
      for (const part of parts) {
        const top = part.rect.row - rect.row;
        rows[asked].set(part.id, range[asked].slice(top, top + part.rect.rows) as unknown[][]);
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
