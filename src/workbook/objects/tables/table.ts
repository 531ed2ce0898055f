/**
 * Workbook.tables and Worksheet.tables: what an add-in holds of a table.
 *
 * tables/ is for tables. May import cells/, names/, ranges/ and worksheets/.
 */
import type { Rect } from '../../addresses/rect';
import { itemNotFound } from '../../host/errors';
import { Range } from '../ranges/range';
import { RecordCollection, RecordObject } from '../recordObject';
import type { TableRecord } from './store';

export class Table extends RecordObject<TableRecord> {
  get store() {
    return this.book.tables;
  }

  get range(): Range {
    return this.part(this.record.area);
  }

  /** All rows except the header; at least one, as in Excel. */
  get body(): Range {
    const { area, showHeaders } = this.record;
    const headers = Number(showHeaders);
    return this.part(area.offset(headers, 0).resized(Math.max(1, area.rows - headers), area.columns));
  }

  get header(): Range {
    const { area, showHeaders } = this.record;
    if (!showHeaders) throw itemNotFound('Table.getHeaderRowRange');
    return this.part(area.rowAt(0));
  }

  resize(target: Rect): void {
    this.store.resize(this.record, target);
  }

  private part(area: Rect): Range {
    return new Range(this.book, this.record.sheetId, area);
  }
}

export class TableCollection extends RecordCollection<TableRecord, Table> {
  get store() {
    return this.book.tables;
  }
  open(id: string): Table {
    return new Table(this.book, id);
  }
}
