/** Which cells of a workbook have changed since somebody last asked, whoever changed them. */
import { CommandType, type ICommandInfo } from '@univerjs/core';
import { MoveRangeMutation, SetRangeValuesMutation } from '@univerjs/sheets';
import type { Grid } from '../grid/grid';
import { BAND_ROWS } from './bands';

/** Numbers of bands, or all of a sheet. */
export type ChangedBands = ReadonlySet<number> | 'all';

interface Params {
  readonly subUnitId?: string;
  readonly cellValue?: Record<string, unknown>;
  readonly from?: { readonly subUnitId: string };
  readonly to?: { readonly subUnitId: string };
}

/** Calculation tells of itself; what it changes in cells comes as a mutation of these. */
export const OF_CALCULATION = /^formula\.mutation\./;

export class ChangeLog {
  private cells = new Map<string, Set<number> | 'all'>();
  /** Whether something other than cells has changed: sizes, names, rules, sheets. */
  private others = false;

  /** @param noticed called at every change */
  constructor({ commands }: Grid, noticed: () => void) {
    commands.onCommandExecuted((info) => {
      if (info.type !== CommandType.MUTATION || OF_CALCULATION.test(info.id)) return;
      this.note(info);
      noticed();
    });
  }

  get isEmpty(): boolean {
    return this.cells.size === 0 && !this.others;
  }

  /** What has changed, which is forgotten now. */
  take(): { readonly cells: ReadonlyMap<string, ChangedBands>; readonly others: boolean } {
    const { cells, others } = this;
    this.cells = new Map();
    this.others = false;
    return { cells, others };
  }

  private note({ id, params }: Readonly<ICommandInfo>): void {
    const { subUnitId, cellValue, from, to } = (params ?? {}) as Params;
    if (id === SetRangeValuesMutation.id && subUnitId !== undefined && cellValue) {
      this.noteRows(subUnitId, Object.keys(cellValue));
      return;
    }
    this.others = true;
    const sheets = id === MoveRangeMutation.id ? [from?.subUnitId, to?.subUnitId] : [subUnitId];
    for (const sheet of sheets) if (sheet !== undefined) this.cells.set(sheet, 'all');
  }

  private noteRows(sheetId: string, rows: readonly string[]): void {
    const noted = this.cells.get(sheetId) ?? new Set<number>();
    if (noted === 'all') return;
    for (const row of rows) noted.add(Math.floor(Number(row) / BAND_ROWS));
    this.cells.set(sheetId, noted);
  }
}
