import { parseA1, toA1, type Rect } from '../notebook/address';
import type { Block } from '../notebook/block';
import { SHEET_KEYS, type SheetKey } from '../notebook/plan';
import type { Place } from './place';
import { stripsOf, type Placed } from './strips';

/** Where a block stands on a sheet, and what its cells hold if they were asked for. */
export interface FoundBlock {
  readonly rect: Rect;
  readonly rows: readonly (readonly unknown[])[];
}

/** Where blocks stood when they were last looked at, by sheet and name. */
export type Whereabouts = Map<string, Rect>;

interface Wanted {
  readonly key: SheetKey;
  readonly block: Block;
  readonly withValues: boolean;
}

/** The cells of a strip on their way. */
interface Loading {
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
  private readonly sheets = new Map<SheetKey, Excel.Worksheet>();
  private readonly blocks = new Map<string, FoundBlock>();

  constructor(
    private readonly context: Excel.RequestContext,
    place: Place,
    private readonly whereabouts: Whereabouts,
  ) {
    for (const key of SHEET_KEYS) {
      const id = place[key];
      if (id === undefined) continue;
      const sheet = context.workbook.worksheets.getItemOrNullObject(id);
      sheet.load('name');
      this.sheets.set(key, sheet);
    }
  }

  request(key: SheetKey, block: Block, withValues: boolean): void {
    if (this.sheets.has(key)) this.wanted.push({ key, block, withValues });
  }

  async load(): Promise<void> {
    for (const sheet of this.sheets.values()) sheet.names.load('items/name,items/formula');
    const expected = (wanted: Wanted) => this.whereabouts.get(idOf(wanted)) ?? wanted.block.rect;
    const early = this.queue(expected);
    await this.context.sync();
    const places = this.namedPlaces();
    const moved = (wanted: Wanted) => !same(expected(wanted), places.get(idOf(wanted)));
    const loaded = this.wanted.some((wanted) => wanted.withValues && moved(wanted))
      ? await this.again(places)
      : early;
    this.take(places, loaded);
  }

  /** After `load`: undefined when the name, or its cells, or the whole sheet is gone. */
  found(key: SheetKey, block: Block): FoundBlock | undefined {
    return this.blocks.get(idOf({ key, block }));
  }

  /** After `load`: was the whole sheet deleted? */
  isMissing(key: SheetKey): boolean {
    return this.sheets.get(key)?.isNullObject ?? false;
  }

  /** Has the notebook a sheet of this kind? It may have been deleted. */
  has(key: SheetKey): boolean {
    return this.sheets.has(key);
  }

  sheet(key: SheetKey): Excel.Worksheet {
    const sheet = this.sheets.get(key);
    if (!sheet) throw new Error(`The notebook has no sheet of ${key}.`);
    return sheet;
  }

  private queue(placeOf: (wanted: Wanted) => Rect | undefined): Loading[] {
    return [...this.sheets].flatMap(([key, sheet]) => {
      const placed = this.wanted
        .filter((wanted) => wanted.key === key && wanted.withValues)
        .flatMap((wanted) => {
          const rect = placeOf(wanted);
          return rect ? [{ rect, id: idOf(wanted) }] : [];
        });
      return stripsOf(placed).map(({ rect, parts }) => {
        const range = sheet.getRange(toA1(rect));
        range.load('values');
        return { range, rect, parts };
      });
    });
  }

  private async again(places: ReadonlyMap<string, Rect>): Promise<Loading[]> {
    const loading = this.queue((wanted) =>
      this.isMissing(wanted.key) ? undefined : places.get(idOf(wanted)),
    );
    await this.context.sync();
    return loading;
  }

  /** Where the names say that the blocks stand. */
  private namedPlaces(): Map<string, Rect> {
    const places = new Map<string, Rect>();
    for (const [key, sheet] of this.sheets) {
      if (sheet.isNullObject) continue;
      for (const { name, formula } of sheet.names.items) {
        const rect = rectIn(String(formula));
        if (rect) places.set(`${key} ${name}`, rect);
      }
    }
    return places;
  }

  private take(places: ReadonlyMap<string, Rect>, loaded: readonly Loading[]): void {
    const rows = new Map<string, unknown[][]>();
    for (const { range, rect, parts } of loaded) {
      if (range.isNullObject) continue;
      for (const part of parts) {
        const top = part.rect.row - rect.row;
        rows.set(part.id, range.values.slice(top, top + part.rect.rows) as unknown[][]);
      }
    }
    for (const wanted of this.wanted) {
      const id = idOf(wanted);
      const rect = places.get(id);
      if (!rect) continue;
      this.whereabouts.set(id, rect);
      this.blocks.set(id, { rect, rows: rows.get(id) ?? [] });
    }
  }
}

function idOf({ key, block }: Pick<Wanted, 'key' | 'block'>): string {
  return `${key} ${block.name}`;
}

/** "='Lesson 4'!$AD$11:$AF$13" as a rectangle; undefined when the cells are gone, or the name means something else. */
function rectIn(formula: string): Rect | undefined {
  const address = formula.slice(formula.lastIndexOf('!') + 1);
  return /^\$?[A-Z]+\$?\d+(:\$?[A-Z]+\$?\d+)?$/i.test(address) ? parseA1(address) : undefined;
}

function same(a: Rect, b: Rect | undefined): boolean {
  return (
    b !== undefined &&
    a.row === b.row &&
    a.column === b.column &&
    a.rows === b.rows &&
    a.columns === b.columns
  );
}
