/** A person at the embedded workbook without a screen: what Univer's grid makes of typing, filling, cutting and pasting. */
import type { ICellData, IRange } from '@univerjs/core';
import { SetRangeValuesCommand } from '@univerjs/sheets';
import { parseRect } from '../../../src/workbook/addresses/a1';
import { rangeOf } from '../../../src/workbook/grid/ranges';
import type { Book } from '../../../src/workbook/objects/book';

export class Person {
  constructor(private readonly book: Book) {}

  /** Into all cells of an area, as with Ctrl+Enter. */
  type(sheet: string, address: string, typed: string | number): Promise<boolean> {
    const value: ICellData =
      typeof typed === 'string' && typed.startsWith('=') ? { f: typed, v: null, t: null } : { v: typed };
    return this.perform(SetRangeValuesCommand.id, sheet, { range: this.range(address), value });
  }

  /** Runs a command of Univer's on a sheet. */
  perform(command: string, sheet: string, params: object): Promise<boolean> {
    const { commands, unitId, workbook } = this.book.grid;
    const subUnitId = workbook.getSheetBySheetName(sheet)!.getSheetId();
    return commands.executeCommand(command, { unitId, subUnitId, ...params });
  }

  range(address: string): IRange {
    return rangeOf(parseRect(address)!);
  }
}
