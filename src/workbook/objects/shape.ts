/** Worksheet.shapes: what an add-in holds of a geometric shape that floats over the cells. */
import { itemNotFound } from '../host/errors';
import { type Argument, ExcelObject } from '../host/excelObject';
import type { Book } from './book';
import type { ShapeRecord } from './shapeStore';

export class ShapeCollection extends ExcelObject {
  constructor(
    readonly book: Book,
    readonly sheetId: string,
  ) {
    super();
  }
  get list(): Shape[] {
    return this.book.shapes.on(this.sheetId).map(({ id }) => new Shape(this.book, id));
  }
  find(key: Argument): Shape | null {
    const wanted = String(key).toLowerCase();
    const shapes = this.book.shapes.on(this.sheetId);
    const found =
      shapes.find(({ id }) => id === key) ?? shapes.find(({ name }) => name.toLowerCase() === wanted);
    return found ? new Shape(this.book, found.id) : null;
  }
}

export class Shape extends ExcelObject {
  constructor(
    readonly book: Book,
    readonly id: string,
  ) {
    super();
  }
  override get key() {
    return { Id: this.id };
  }
  get record(): ShapeRecord {
    const record = this.book.shapes.find(this.id);
    if (!record) throw itemNotFound('Shape');
    return record;
  }
  change(change: Partial<ShapeRecord>): void {
    this.book.shapes.change(this.record, change);
  }
}
