/**
 * The tables of a workbook. Univer's open packages have none: here a table is an area with a record and a
 * painted style.
 */
import type { Rect } from '../../addresses/rect';
import type { Change } from '../../grid/change';
import { texts } from '../../texts';
import { RecordStore, findRecord } from '../records';

export interface TableRecord {
  readonly id: string;
  sheetId: string;
  name: string;
  area: Rect;
  readonly showHeaders: boolean;
  showFilterButton: boolean;
  style: string;
}

interface TableSurface {
  /** Paints a table's cells, beginning with one of its rows (0 is the first). */
  paint(table: TableRecord, from: number): void;
  /** Makes names of what was written to these columns of a table's header. */
  nameColumns(table: TableRecord, written: Rect): void;
  /** Gives names to columns that have none, as those that were inserted. */
  nameBlankColumns(table: TableRecord): void;
  /** Called when a table has grown or shrunk. */
  resized(table: TableRecord, before: Rect): void;
  added(table: TableRecord): void;
  deleted(table: TableRecord): void;
}

export class TableStore extends RecordStore<TableRecord> {
  constructor(private readonly surface: TableSurface) {
    super('Table');
  }

  protected draw(table: TableRecord): void {
    this.surface.paint(table, 0);
  }

  /** Cells are as they were painted, and formatted since. */
  protected override reopened(): void {}

  /** Cells keep the format that the table gave them, as in Excel. */
  protected erase(table: TableRecord): void {
    this.surface.deleted(table);
  }

  add(sheetId: string, area: Rect, showHeaders: boolean): TableRecord {
    const table = this.insert((number, id) => ({
      id,
      sheetId,
      name: this.unusedName(number),
      area,
      showHeaders,
      showFilterButton: true,
      style: 'TableStyleMedium2',
    }));
    this.surface.added(table);
    return table;
  }

  override copySheet(from: string, to: string): void {
    super.copySheet(from, to);
    for (const table of this.on(to)) this.surface.added(table);
  }

  protected copyOf(table: TableRecord, number: number): TableRecord {
    return { ...table, name: this.unusedName(number) };
  }

  /** Paints only what has become part of the table. */
  resize(table: TableRecord, target: Rect): void {
    const before = table.area;
    table.area = target;
    this.surface.resized(table, before);
    const isLonger =
      before.column === target.column && before.columns === target.columns && target.rows >= before.rows;
    this.surface.paint(table, isLonger ? before.rows : 0);
  }

  /** What the user writes directly below a table becomes part of it. */
  grow({ type, sheetId, area: written, byAddin }: Change): void {
    if (type !== 'RangeEdited' || byAddin) return;
    for (const table of this.on(sheetId)) {
      const { area } = table;
      const isBelow =
        written.row === area.lastRow + 1 &&
        written.column >= area.column &&
        written.lastColumn <= area.lastColumn;
      if (isBelow) this.resize(table, area.resized(area.rows + written.rows, area.columns));
    }
  }

  /** What an add-in writes to a header, or clears there, remains a header. */
  headersWritten(sheetId: string, written: Rect): void {
    for (const table of this.touching(sheetId, written)) {
      const header = table.showHeaders ? table.area.rowAt(0).intersection(written) : null;
      if (header) this.surface.nameColumns(table, header);
    }
  }

  named(name: string): TableRecord | undefined {
    return findRecord(this.all, name);
  }

  touching(sheetId: string, target: Rect): TableRecord[] {
    return this.on(sheetId).filter(({ area }) => area.touches(target));
  }

  /** Tables move with their cells, and go when these are deleted. */
  follow({ sheetId, move, carried }: Change): void {
    for (const table of this.on(sheetId)) {
      const elsewhere = carried?.to(table.area);
      const moved = elsewhere ?? (move ? move(table.area) : table.area);
      if (elsewhere) table.sheetId = carried!.sheetId;
      if (!moved) {
        this.remove(table);
        continue;
      }
      const isWider = moved.columns > table.area.columns;
      table.area = moved;
      if (isWider && table.showHeaders) this.surface.nameBlankColumns(table);
    }
  }

  private unusedName(from: number): string {
    for (let i = from; ; i++) if (!this.named(texts.names.table(i))) return texts.names.table(i);
  }
}
