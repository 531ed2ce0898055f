import { SetFrozenMutation } from '@univerjs/sheets';
import { type Area, MAX_COLUMNS, MAX_ROWS, area, lastColumn, lastRow } from '../grid/address';
import { itemNotFound } from '../host/errors';
import { type Argument, ExcelObject, membersOf } from '../host/excelObject';
import { rangeByAddress } from './addressedRange';
import { wholeOr } from './arguments';
import { Range } from './range';
import type { Worksheet } from './worksheet';

export class WorksheetFreezePanes extends ExcelObject {
  constructor(readonly worksheet: Worksheet) {
    super();
  }

  /** Keeps the given number of rows and columns in view; 0 and 0 lets go. */
  freeze(rows: number, columns: number): void {
    this.worksheet.set(SetFrozenMutation.id, {
      startRow: rows > 0 ? rows : -1,
      startColumn: columns > 0 ? columns : -1,
      ySplit: rows,
      xSplit: columns,
    });
  }

  /** What is frozen: rows, columns, or the top left corner of both. */
  get location(): Area | null {
    const { startRow, startColumn, ySplit, xSplit } = this.worksheet.sheet.getFreeze();
    const rows = ySplit > 0 ? Math.max(startRow, 0) : 0;
    const columns = xSplit > 0 ? Math.max(startColumn, 0) : 0;
    if (rows === 0 && columns === 0) return null;
    return area(0, 0, rows || MAX_ROWS, columns || MAX_COLUMNS);
  }
}

const members = membersOf(WorksheetFreezePanes, 'WorksheetFreezePanes', {
  methods: {
    FreezeAt: (self, range) => {
      const { area: frozen } = rangeArgument(self, range);
      const rows = frozen.rows === MAX_ROWS ? 0 : lastRow(frozen) + 1;
      const columns = frozen.columns === MAX_COLUMNS ? 0 : lastColumn(frozen) + 1;
      self.freeze(rows, columns);
    },
    FreezeColumns: (self, count) =>
      self.freeze(0, wholeOr(count, 1, 'WorksheetFreezePanes.freezeColumns', 1)),
    FreezeRows: (self, count) => self.freeze(wholeOr(count, 1, 'WorksheetFreezePanes.freezeRows', 1), 0),
    GetLocation: ({ worksheet, location }) => {
      if (!location) throw itemNotFound('WorksheetFreezePanes.getLocation');
      return new Range(worksheet.book, worksheet.id, location);
    },
    GetLocationOrNullObject: ({ worksheet, location }) =>
      location && new Range(worksheet.book, worksheet.id, location),
    Unfreeze: (self) => self.freeze(0, 0),
  },
});

function rangeArgument(self: WorksheetFreezePanes, value: Argument): Range {
  return value instanceof Range
    ? value
    : rangeByAddress(self.worksheet, value, 'WorksheetFreezePanes.freezeAt');
}

export const freezePanesMembers = [members];
