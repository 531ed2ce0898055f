/** What the add-in keeps hold of. */
import { invalidReference } from './errors';
import type { ExcelObject } from './excelObject';
import type { Json } from './wire';

/** Objects that the add-in keeps beyond one request (`_KeepReference`, tracked objects). */
export class References {
  private readonly kept = new Map<string, ExcelObject>();
  private next = 1;

  /** Does what the client calls for; false if the call is about something else. */
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
