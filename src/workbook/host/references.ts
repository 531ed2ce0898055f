import { ExcelError } from './errors';
import type { ExcelObject } from './excelObject';
import type { Json } from './wire';

/** Objects that the add-in keeps beyond one request (`_KeepReference`, tracked objects). */
export class References {
  private readonly kept = new Map<string, ExcelObject>();
  private next = 1;

  keep(object: ExcelObject): void {
    object.referenceId ??= `reference${this.next++}`;
    this.kept.set(object.referenceId, object);
  }

  get(id: string): ExcelObject {
    const object = this.kept.get(id);
    if (!object) throw new ExcelError('InvalidReference', 'This reference is not valid for the current operation.', id);
    return object;
  }

  remove(id: Json | undefined): void {
    this.kept.delete(String(id));
  }
}
