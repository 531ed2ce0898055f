/** Worksheet.charts: what an add-in holds of a chart. */
import { itemNotFound } from '../host/errors';
import { type Argument, ExcelObject } from '../host/excelObject';
import type { Book } from './book';
import type { ChartRecord } from './chartStore';

export class ChartCollection extends ExcelObject {
  constructor(
    readonly book: Book,
    readonly sheetId: string,
  ) {
    super();
  }
  get list(): Chart[] {
    return this.book.charts.charts
      .filter(({ sheetId }) => sheetId === this.sheetId)
      .map(({ id }) => new Chart(this.book, id));
  }
  find(key: Argument): Chart | null {
    const wanted = String(key).toLowerCase();
    return this.list.find(({ record }) => record.id === key || record.name.toLowerCase() === wanted) ?? null;
  }
}

export class Chart extends ExcelObject {
  constructor(
    readonly book: Book,
    readonly id: string,
  ) {
    super();
  }
  override get key() {
    return { Id: this.id };
  }
  get record(): ChartRecord {
    const record = this.book.charts.find(this.id);
    if (!record) throw itemNotFound('Chart');
    return record;
  }
  change(change: Partial<ChartRecord>): void {
    this.book.charts.change(this.record, change);
  }
}
