/** Objects that a store keeps records of, and collections of them. */
import { ExcelObject, type Scalar } from '../host/excelObject';
import type { Json } from '../host/wire';
import type { Book } from './book';
import { Collection, existing } from './collection';
import { type RecordStore, type SheetRecord, findRecord } from './records';

/** Something with a record (or part of one) whose fields can be changed. */
export interface Recorded<R> {
  readonly record: R;
  change(change: Partial<R>): void;
}

export abstract class RecordObject<R extends SheetRecord> extends ExcelObject implements Recorded<R> {
  constructor(
    readonly book: Book,
    readonly id: string,
  ) {
    super();
  }

  abstract get store(): RecordStore<R>;

  override get key() {
    return { Id: this.id };
  }

  /** @throws ExcelError ItemNotFound if the object has been deleted */
  get record(): R {
    return existing(this.store.find(this.id), this.store.className);
  }

  change(change: Partial<R>): void {
    this.store.change(this.record, change);
  }
}

export abstract class RecordCollection<
  R extends SheetRecord,
  Item extends RecordObject<R>,
> extends Collection<Item> {
  /** `sheetId` null: those of the whole workbook. */
  constructor(
    readonly book: Book,
    readonly sheetId: string | null,
  ) {
    super();
  }

  abstract get store(): RecordStore<R>;
  abstract open(id: string): Item;

  private get records(): readonly R[] {
    return this.sheetId === null ? this.store.all : this.store.on(this.sheetId);
  }

  get list(): readonly Item[] {
    return this.records.map(({ id }) => this.open(id));
  }

  override find(key: string | number): Item | null {
    const found = findRecord(this.records, key);
    return found ? this.open(found.id) : null;
  }
}

/** Declares properties that are fields of a record: `field('left', number)` reads the field, and writes what `parse` lets pass. */
export const fieldsOf =
  <R extends object>(className: string) =>
  <K extends keyof R & string>(
    name: K,
    parse: (value: Json, location: string) => R[K],
  ): Scalar<Recorded<R>> => ({
    get: ({ record }) => record[name] as Json,
    set: (self, value) =>
      self.change({ [name]: parse(value, `${className}.${name}`) } as unknown as Partial<R>),
  });
