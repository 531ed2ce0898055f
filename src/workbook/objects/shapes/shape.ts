/**
 * Worksheet.shapes: what an add-in holds of a geometric shape that floats over the cells.
 *
 * shapes/ is for shapes: what they look like and where, not how they are drawn (see page/drawings). May import no other
 * kind of object.
 */
import { RecordCollection, RecordObject } from '../recordObject';
import type { ShapeRecord } from './store';

export class Shape extends RecordObject<ShapeRecord> {
  get store() {
    return this.book.shapes;
  }
}

export class ShapeCollection extends RecordCollection<ShapeRecord, Shape> {
  get store() {
    return this.book.shapes;
  }
  open(id: string): Shape {
    return new Shape(this.book, id);
  }
}
