/** Workbook.tables and Worksheet.tables: what an add-in holds of a table. */
import type { Area } from '../grid/address';
import { itemNotFound } from '../host/errors';
import { ExcelObject } from '../host/excelObject';
import type { Json } from '../host/wire';
import type { Book } from './book';
import { Range } from './range';
import { type TableRecord, bodyOf, headerOf, paintTable } from './tableStore';

export class TableCollection extends ExcelObject {
  /** `sheetId` null: the tables of the whole workbook. */
  constructor(
    readonly book: Book,
    readonly sheetId: string | null,
  ) {
    super();
  }
  get list(): Table[] {
    return this.book.tables.tables
      .filter(({ sheetId }) => this.sheetId === null || sheetId === this.sheetId)
      .map(({ id }) => new Table(this.book, id));
  }
  /** By name or by id. */
  find(key: Json): Table | null {
    const wanted = String(key).toLowerCase();
    return this.list.find(({ record }) => record.id === key || record.name.toLowerCase() === wanted) ?? null;
  }
}

export class Table extends ExcelObject {
  constructor(
    readonly book: Book,
    readonly id: string,
  ) {
    super();
  }
  override get key() {
    return { Id: this.id };
  }
  get record(): TableRecord {
    const record = this.book.tables.find(this.id);
    if (!record) throw itemNotFound('Table');
    return record;
  }
  change(change: Partial<TableRecord>): void {
    Object.assign(this.record, change);
    paintTable(this.book.grid, this.record);
  }
  /** Only what has become part of the table is painted. */
  resize(target: Area): void {
    const { record, book } = this;
    const { rows, column, columns } = record.area;
    book.tables.resize(record, target);
    const isLonger = column === target.column && columns === target.columns && target.rows >= rows;
    paintTable(book.grid, record, isLonger ? rows : 0);
  }
  get range(): Range {
    return new Range(this.book, this.record.sheetId, this.record.area);
  }
  get body(): Range {
    return new Range(this.book, this.record.sheetId, bodyOf(this.record));
  }
  get header(): Range {
    if (!this.record.showHeaders) throw itemNotFound('Table.getHeaderRowRange');
    return new Range(this.book, this.record.sheetId, headerOf(this.record));
  }
}
