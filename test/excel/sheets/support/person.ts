import { parseA1 } from '../../../../src/notebook/sheet/address';
import type { HeadlessExcel } from '../../../workbook/support/headlessExcel';

/** Somebody at a workbook, beside the add-in. */
export class Person {
  constructor(private readonly excel: HeadlessExcel) {}

  type(sheet: string, address: string, v: string | number): void {
    const { row, column } = parseA1(address);
    const { commands, unitId, workbook } = this.excel.book.grid;
    const subUnitId = workbook.getSheetBySheetName(sheet)!.getSheetId();
    const range = { startRow: row, endRow: row, startColumn: column, endColumn: column };
    const value = { v, t: typeof v === 'number' ? 2 : 1 };
    commands.syncExecuteCommand('sheet.command.set-range-values', { unitId, subUnitId, range, value });
  }

  /** Above the row of that number. */
  insertRow(sheet: string, row: number): Promise<void> {
    return at(sheet, (found) => void found.getRange(`${row}:${row}`).insert('Down'));
  }

  deleteSheet(sheet: string): Promise<void> {
    return at(sheet, (found) => found.delete());
  }

  renameSheet(sheet: string, name: string): Promise<void> {
    return at(sheet, (found) => void (found.name = name));
  }

  addSheet(name: string): Promise<void> {
    return Excel.run(async (context) => {
      context.workbook.worksheets.add(name);
      await context.sync();
    });
  }

  get sheets(): string[] {
    return this.excel.book.grid.workbook.getSheets().map((sheet) => sheet.getName());
  }

  /** What cells hold. */
  read(sheet: string, address: string): Promise<unknown[][]> {
    return look(sheet, address, 'values');
  }

  /** What cells show. */
  see(sheet: string, address: string): Promise<unknown[][]> {
    return look(sheet, address, 'text');
  }
}

export function at(name: string, work: (sheet: Excel.Worksheet) => void): Promise<void> {
  return Excel.run(async (context) => {
    work(context.workbook.worksheets.getItem(name));
    await context.sync();
  });
}

function look(sheet: string, address: string, what: 'values' | 'text'): Promise<unknown[][]> {
  return Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(sheet).getRange(address);
    range.load(what);
    await context.sync();
    return range[what] as unknown[][];
  });
}
