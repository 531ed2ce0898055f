/**
 * Records of what lies on worksheets beside their cells: charts, shapes, tables. They are found by id and by
 * name, and deleted with their sheet. A store keeps the records; its subclass draws them.
 */
export interface SheetRecord {
  readonly id: string;
  readonly sheetId: string;
  name: string;
}

/** The records of a store while the workbook is closed. */
export interface StoredRecords<R> {
  readonly records: readonly R[];
  /** The number of the next one that is made. */
  readonly next: number;
}

export abstract class RecordStore<R extends SheetRecord> {
  /** In the order of creation, unless a store says otherwise. */
  protected records: readonly R[] = [];
  private next = 1;

  /** `className` is that of Excel's object, e.g. Chart. */
  protected constructor(readonly className: string) {}

  /** Draws a record that is new or has changed. */
  protected abstract draw(record: R): void;
  /** Removes the drawing of a deleted record. */
  protected abstract erase(record: R): void;

  /** What a copy has of a record, beside an id and a sheet of its own. */
  protected abstract copyOf(record: R, number: number, to: string): R;

  /** Draws a record of a workbook that has been opened. */
  protected reopened(record: R): void {
    this.draw(record);
  }

  get all(): readonly R[] {
    return this.records;
  }

  get stored(): StoredRecords<R> {
    return { records: this.records, next: this.next };
  }

  /** Takes in what was stored, with `revive` for each record as it comes out of JSON. */
  restore({ records, next }: StoredRecords<R>, revive: (record: R) => R): void {
    this.records = records.map(revive);
    this.next = next;
    for (const record of this.records) this.reopened(record);
  }

  on(sheetId: string): readonly R[] {
    return this.records.filter((record) => record.sheetId === sheetId);
  }

  find(id: string): R | undefined {
    return this.records.find((record) => record.id === id);
  }

  protected insert(make: (number: number, id: string) => R): R {
    const number = this.next++;
    const record = make(number, this.idOf(number));
    this.records = [...this.records, record];
    this.draw(record);
    return record;
  }

  change(record: R, change: Partial<R>): void {
    Object.assign(record, change);
    this.draw(record);
  }

  remove(record: R): void {
    this.records = this.records.filter((each) => each !== record);
    this.erase(record);
  }

  /** Copies what lies on a sheet to another one, whose cells are copies of its cells. */
  copySheet(from: string, to: string): void {
    for (const record of this.on(from)) {
      const number = this.next++;
      const copy = { ...this.copyOf(record, number, to), id: this.idOf(number), sheetId: to };
      this.records = [...this.records, copy];
      this.reopened(copy);
    }
  }

  private idOf(number: number): string {
    return `{${this.className.toLowerCase()}${number}}`;
  }

  forgetSheet(sheetId: string): void {
    for (const record of this.on(sheetId)) this.remove(record);
  }
}

/** Finds a record by id, or by name ignoring case. */
export function findRecord<R extends { readonly id: string | number; readonly name: string }>(
  records: readonly R[],
  key: string | number,
): R | undefined {
  const wanted = String(key).toLowerCase();
  return records.find(({ id }) => id === key) ?? records.find(({ name }) => name.toLowerCase() === wanted);
}
