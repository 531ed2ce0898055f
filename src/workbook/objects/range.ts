/** Excel's Range: an area of a sheet, which may move with its cells. */
import { type Area, area, formatArea, isInsideSheet, parseArea, qualify, splitSheet } from '../grid/address';
import type { Change } from '../grid/changes';
import { placeOf } from '../grid/measures';
import { shifted } from '../grid/shift';
import { ExcelError, invalidArgument, itemNotFound } from '../host/errors';
import { type Argument, ExcelObject } from '../host/excelObject';
import type { Book } from './book';

/** What is formatted, cleared or checked as one: a range, or the areas of a RangeAreas. */
export type Cells = readonly Range[];

export const areasIn = (ranges: Cells): Area[] => ranges.map(({ area: each }) => each);

export class Range extends ExcelObject {
  private current: Area | null;

  constructor(
    readonly book: Book,
    readonly sheetId: string,
    target: Area,
  ) {
    super();
    if (!book.grid.sheet(sheetId)) throw itemNotFound('Range');
    this.current = target;
  }

  get area(): Area {
    if (!this.current) throw invalidReference();
    return this.current;
  }

  /** A range that the add-in holds on to stays with its cells when rows or columns come and go. */
  follow({ sheetId, type, area: at }: Change): void {
    if (sheetId === this.sheetId && this.current) this.current = shifted(this.current, type, at);
  }

  get sheetName(): string {
    const sheet = this.book.grid.sheet(this.sheetId);
    if (!sheet) throw invalidReference();
    return sheet.getName();
  }

  get address(): string {
    return qualify(this.sheetName, formatArea(this.area));
  }

  /** In points, from the sheet's top left corner. */
  get place() {
    const sheet = this.book.grid.sheet(this.sheetId);
    if (!sheet) throw invalidReference();
    return placeOf(sheet, this.area);
  }

  /** Another area of the same sheet. */
  at(target: Area | null, location: string): Range {
    if (!target || !isInsideSheet(target)) throw invalidArgument(location);
    return new Range(this.book, this.sheetId, target);
  }

  offset(rows: number, columns: number, height: number, width: number, location: string): Range {
    return this.at(area(this.area.row + rows, this.area.column + columns, height, width), location);
  }
}

const invalidReference = () =>
  new ExcelError('InvalidReference', 'This reference is not valid for the current operation.', 'Range');

/** A range argument: a Range object or an address on the same sheet. */
export function areaArgument(self: Range, value: Argument, location: string): Area {
  if (value instanceof Range) {
    if (value.sheetId === self.sheetId) return value.area;
    throw invalidArgument(location);
  }
  const found = typeof value === 'string' ? parseArea(splitSheet(value).address) : null;
  if (!found) throw invalidArgument(location);
  return found;
}
