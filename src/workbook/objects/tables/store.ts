/** The tables of a workbook. Univer's open packages have none: a table here is an area that is kept and painted. */
import { BooleanNumber, BorderStyleTypes, type ICellData } from '@univerjs/core';
import { type Area, area, intersection, lastColumn, lastRow } from '../../addresses/a1';
import type { Change } from '../../grid/changes';
import type { Grid } from '../../grid/grid';
import { shifted } from '../../grid/shift';

export interface TableRecord {
  readonly id: string;
  readonly sheetId: string;
  name: string;
  area: Area;
  showHeaders: boolean;
  showBandedRows: boolean;
  showFilterButton: boolean;
  style: string;
}

export class TableStore {
  readonly tables: TableRecord[] = [];
  private next = 1;

  add(sheetId: string, target: Area, showHeaders: boolean): TableRecord {
    const number = this.next++;
    const record: TableRecord = {
      id: `{table${number}}`,
      sheetId,
      name: this.unusedName(number),
      area: target,
      showHeaders,
      showBandedRows: true,
      showFilterButton: true,
      style: 'TableStyleMedium2',
    };
    this.tables.push(record);
    return record;
  }

  /** Hears of tables that have grown or shrunk. */
  resized: (table: TableRecord, before: Area) => void = () => undefined;

  resize(table: TableRecord, target: Area): void {
    const before = table.area;
    table.area = target;
    this.resized(table, before);
  }

  /** What a person writes right below a table becomes part of it. */
  grow({ type, sheetId, area: written, byAddin }: Change): TableRecord[] {
    if (type !== 'RangeEdited' || byAddin) return [];
    const grown = this.tables.filter(
      ({ sheetId: own, area: cells }) =>
        own === sheetId &&
        written.row === lastRow(cells) + 1 &&
        written.column >= cells.column &&
        lastColumn(written) <= lastColumn(cells),
    );
    for (const table of grown) {
      const { row, column, rows, columns } = table.area;
      this.resize(table, area(row, column, rows + written.rows, columns));
    }
    return grown;
  }

  find(id: string): TableRecord | undefined {
    return this.tables.find((table) => table.id === id);
  }

  named(name: string): TableRecord | undefined {
    return this.tables.find((table) => table.name.toLowerCase() === name.toLowerCase());
  }

  at(sheetId: string, target: Area): TableRecord[] {
    return this.tables.filter((table) => table.sheetId === sheetId && intersection(table.area, target));
  }

  remove(id: string): void {
    const at = this.tables.findIndex((table) => table.id === id);
    if (at >= 0) this.tables.splice(at, 1);
  }

  /** Tables move with their cells, and go when these are deleted. */
  follow(change: Change): void {
    for (const table of this.tables.filter(({ sheetId }) => sheetId === change.sheetId)) {
      const moved = shifted(table.area, change.type, change.area);
      if (moved) table.area = moved;
      else this.remove(table.id);
    }
  }

  forgetSheet(sheetId: string): void {
    for (const table of this.tables.filter((each) => each.sheetId === sheetId)) this.remove(table.id);
  }

  private unusedName(from: number): string {
    for (let i = from; ; i++) if (!this.named(`Table${i}`)) return `Table${i}`;
  }
}

const HEADER: ICellData = {
  s: { bg: { rgb: '#4472C4' }, cl: { rgb: '#FFFFFF' }, bl: BooleanNumber.TRUE },
};
const LIGHT_HEADER: ICellData = {
  s: { bl: BooleanNumber.TRUE, bd: { b: { s: BorderStyleTypes.THIN, cl: { rgb: '#4472C4' } } } },
};
const BAND: ICellData = { s: { bg: { rgb: '#D9E1F2' } } };
const PLAIN: ICellData = { s: { bg: null } };

/**
 * Paints a table from one of its rows on. Excel's light styles have no filled header; the many colours of its styles are all blue here.
 */
export function paintTable(
  grid: Grid,
  { sheetId, area: cells, showHeaders, showBandedRows, style }: TableRecord,
  from = 0,
): void {
  const header = style === '' ? PLAIN : /light/i.test(style) ? LIGHT_HEADER : HEADER;
  const band = showBandedRows && style !== '' ? BAND : PLAIN;
  const painted = area(cells.row + from, cells.column, cells.rows - from, cells.columns);
  if (painted.rows <= 0) return;
  grid.put(sheetId, painted, (row) => {
    const i = row - cells.row;
    if (showHeaders && i === 0) return header;
    return (i - Number(showHeaders)) % 2 === 0 ? band : PLAIN;
  });
}

export const headerOf = ({ area: cells }: TableRecord) => area(cells.row, cells.column, 1, cells.columns);

export function bodyOf({ area: cells, showHeaders }: TableRecord): Area {
  const headers = Number(showHeaders);
  return area(cells.row + headers, cells.column, Math.max(1, cells.rows - headers), cells.columns);
}
