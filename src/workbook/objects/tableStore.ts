/** The tables of a workbook. Univer's open packages have none: a table here is an area that is kept and painted. */
import { BooleanNumber, BorderStyleTypes, type IStyleData } from '@univerjs/core';
import { type Area, area, intersection } from '../grid/address';
import type { Change } from '../grid/changes';
import type { Grid } from '../grid/grid';
import { shifted } from '../grid/shift';

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

const HEADER: IStyleData = { bg: { rgb: '#4472C4' }, cl: { rgb: '#FFFFFF' }, bl: BooleanNumber.TRUE };
const LIGHT_HEADER: IStyleData = {
  bl: BooleanNumber.TRUE,
  bd: { b: { s: BorderStyleTypes.THIN, cl: { rgb: '#4472C4' } } },
};
const BAND: IStyleData = { bg: { rgb: '#D9E1F2' } };
const PLAIN: IStyleData = { bg: null };

/** Excel's light styles have no filled header; the many colours of its styles are all blue here. */
export function paintTable(
  grid: Grid,
  { sheetId, area: cells, showHeaders, showBandedRows, style }: TableRecord,
): void {
  const header = style === '' ? PLAIN : /light/i.test(style) ? LIGHT_HEADER : HEADER;
  for (let i = 0; i < cells.rows; i++) {
    const isBand = showBandedRows && style !== '' && (i - Number(showHeaders)) % 2 === 0;
    const look = showHeaders && i === 0 ? header : isBand ? BAND : PLAIN;
    for (let j = 0; j < cells.columns; j++)
      grid.put(sheetId, cells.row + i, cells.column + j, { s: { ...look } });
  }
}

export const headerOf = ({ area: cells }: TableRecord) => area(cells.row, cells.column, 1, cells.columns);

export function bodyOf({ area: cells, showHeaders }: TableRecord): Area {
  const headers = Number(showHeaders);
  return area(cells.row + headers, cells.column, Math.max(1, cells.rows - headers), cells.columns);
}
