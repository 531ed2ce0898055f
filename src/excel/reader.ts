import type { Rect } from '../notebook/address';
import type { Block } from '../notebook/block';
import type { SheetKey } from '../notebook/plan';
import type { Place } from './place';

/** Where a block stands on a sheet, and what its cells hold if they were asked for. */
export interface FoundBlock {
  readonly rect: Rect;
  readonly rows: readonly (readonly unknown[])[];
}

/**
 * Reads many blocks in one request: `request` any number of them, `sync` once, then ask for what was
 * `found`. Blocks are found by their defined names, so rows and columns may have been inserted.
 */
export class BlockReader {
  private readonly ranges = new Map<string, { range: Excel.Range; withValues: boolean }>();
  private readonly sheets = new Map<SheetKey, Excel.Worksheet>();

  constructor(
    private readonly context: Excel.RequestContext,
    private readonly place: Place,
  ) {}

  request(key: SheetKey, block: Block, withValues: boolean): void {
    const range = this.sheet(key).names.getItemOrNullObject(block.name).getRangeOrNullObject();
    range.load('rowIndex,columnIndex,rowCount,columnCount');
    if (withValues) range.load('values');
    this.ranges.set(id(key, block.name), { range, withValues });
  }

  /** After `sync`: undefined when the name, or its cells, or the whole sheet is gone. */
  found(key: SheetKey, block: Block): FoundBlock | undefined {
    const entry = this.ranges.get(id(key, block.name));
    if (!entry || this.isMissing(key) || entry.range.isNullObject) return undefined;
    const { rowIndex, columnIndex, rowCount, columnCount } = entry.range;
    return {
      rect: { row: rowIndex, column: columnIndex, rows: rowCount, columns: columnCount },
      rows: entry.withValues ? entry.range.values : [],
    };
  }

  /** After `sync`: was the whole sheet deleted? */
  isMissing(key: SheetKey): boolean {
    return this.sheet(key).isNullObject;
  }

  sheet(key: SheetKey): Excel.Worksheet {
    const known = this.sheets.get(key);
    if (known) return known;
    const sheet = this.context.workbook.worksheets.getItemOrNullObject(this.place[key]);
    sheet.load('name');
    this.sheets.set(key, sheet);
    return sheet;
  }
}

function id(key: SheetKey, name: string): string {
  return `${key} ${name}`;
}
