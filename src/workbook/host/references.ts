/** Objects that the add-in tracks beyond one request. */
import { invalidReference } from './errors';
import type { ExcelObject } from './excelObject';
import type { Json } from './wire';

/** Serves `_KeepReference` and `_RemoveReference`, which office.js sends for tracked objects. */
export class References {
  private readonly kept = new Map<string, ExcelObject>();
  private next = 1;

  /** Whether the call was one of the two. */
  serve(object: ExcelObject, call: string, id: Json | undefined): boolean {
    if (call === '_KeepReference') this.keep(object);
    else if (call === '_RemoveReference') this.kept.delete(String(id));
    else return false;
    return true;
  }

  private keep(object: ExcelObject): void {
    object.referenceId ??= `reference${this.next++}`;
    this.kept.set(object.referenceId, object);
  }

  get(id: string): ExcelObject {
    const object = this.kept.get(id);
    if (!object) throw invalidReference(id);
    return object;
  }

  get objects(): Iterable<ExcelObject> {
    return this.kept.values();
  }
}
