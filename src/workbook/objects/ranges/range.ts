/**
 * Excel's Range: an area of a sheet, which may move with its cells.
 *
 * ranges/ is for Range and RangeAreas: the contents of cells, and operations on them. The classes import
 * cells/ only; their members lead to every other kind of object.
 */
import { formatRect, parseRect, qualify, splitSheet } from '../../addresses/a1';
import type { Rect } from '../../addresses/rect';
import type { Change } from '../../grid/change';
import { placeOf } from '../../grid/measures';
import { invalidArgument, invalidReference, itemNotFound } from '../../host/errors';
import { type Argument, ExcelObject } from '../../host/excelObject';
import type { Book } from '../book';
import { usedArea } from '../cells/usedArea';

/** Ranges that are formatted, cleared or checked as one: a range, or the areas of a RangeAreas. */
export type Cells = readonly Range[];

export const areasOf = (ranges: Cells): Rect[] => ranges.map(({ area }) => area);

export class Range extends ExcelObject {
  private current: Rect | null;

  constructor(
    readonly book: Book,
    private home: string,
    area: Rect,
  ) {
    super();
    if (!book.grid.sheet(home)) throw itemNotFound('Range');
    this.current = area;
  }

  get sheetId(): string {
    return this.home;
  }

  /** @throws ExcelError InvalidReference if its cells, or their sheet, have been deleted */
  get area(): Rect {
    if (!this.current || !this.book.grid.sheet(this.home)) throw invalidReference('Range');
    return this.current;
  }

  /** A tracked range moves with its cells. */
  follow({ sheetId, move, carried }: Change): void {
    if (sheetId !== this.sheetId || !this.current) return;
    const elsewhere = carried?.to(this.current);
    if (elsewhere) [this.home, this.current] = [carried!.sheetId, elsewhere];
    else if (move) this.current = move(this.current);
  }

  private get sheet() {
    const sheet = this.book.grid.sheet(this.sheetId);
    if (!sheet) throw invalidReference('Range');
    return sheet;
  }

  get sheetName(): string {
    return this.sheet.getName();
  }

  get address(): string {
    return qualify(this.sheetName, formatRect(this.area));
  }

  /** In points, from the sheet's top left corner. */
  get place() {
    return placeOf(this.sheet, this.area);
  }

  /**
   * Another area of the same sheet.
   * @throws ExcelError InvalidArgument for one that leaves the sheet
   */
  at(area: Rect, location: string): Range {
    if (!area.isInsideSheet) throw invalidArgument(location);
    return new Range(this.book, this.sheetId, area);
  }

  /** Its intersection with an area; null if that is empty. */
  within(area: Rect, location: string): Range | null {
    const common = this.area.intersection(area);
    return common && this.at(common, location);
  }

  /** The smallest range around its cells in use; null if there are none. */
  inUse(valuesOnly: Argument, location: string): Range | null {
    const used = usedArea(this.book.grid, this.sheetId, this.area, valuesOnly === true);
    return used && this.at(used, location);
  }
}

/** Excel does not count beyond this. */
const COUNTABLE = 2 ** 31 - 1;

export const countable = (cells: number) => (cells > COUNTABLE ? -1 : cells);

/** A range argument: a Range object or an address on the same sheet. */
export function areaArgument(self: Range, value: Argument, location: string): Rect {
  if (value instanceof Range) {
    if (value.sheetId === self.sheetId) return value.area;
    throw invalidArgument(location);
  }
  const found = typeof value === 'string' ? parseRect(splitSheet(value).address) : null;
  if (!found) throw invalidArgument(location);
  return found;
}
