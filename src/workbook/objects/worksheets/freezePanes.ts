/** Frozen rows and columns. */
import { SetFrozenMutation } from '@univerjs/sheets';
import { MAX_COLUMNS, MAX_ROWS, Rect } from '../../addresses/rect';
import { type Argument, ExcelObject, membersOf } from '../../host/excelObject';
import { wholeOr } from '../arguments';
import { existing } from '../collection';
import { Range } from '../ranges/range';
import { activate } from './actions';
import { rangeByAddress } from './rangeByAddress';
import type { Worksheet } from './worksheet';

export class WorksheetFreezePanes extends ExcelObject {
  constructor(readonly worksheet: Worksheet) {
    super();
  }

  /** Freezes that many rows and columns; 0 and 0 unfreezes. */
  freeze(rows: number, columns: number): void {
    const { book, id } = this.worksheet;
    if (book.behaviour.freezing === 'activates') activate(book.grid, id);
    this.worksheet.set(SetFrozenMutation.id, {
      startRow: rows > 0 ? rows : -1,
      startColumn: columns > 0 ? columns : -1,
      ySplit: rows,
      xSplit: columns,
    });
  }

  /** The frozen rows, columns, or the top left corner of both. */
  get frozen(): Range | null {
    const { startRow, startColumn, ySplit, xSplit } = this.worksheet.sheet.getFreeze();
    const rows = ySplit > 0 ? Math.max(startRow, 0) : 0;
    const columns = xSplit > 0 ? Math.max(startColumn, 0) : 0;
    if (rows === 0 && columns === 0) return null;
    const { book, id } = this.worksheet;
    return new Range(book, id, new Rect(0, 0, rows || MAX_ROWS, columns || MAX_COLUMNS));
  }
}

const members = membersOf(WorksheetFreezePanes, 'WorksheetFreezePanes', {
  methods: {
    FreezeAt: (self, range) => {
      const { area } = rangeArgument(self, range);
      self.freeze(area.isWholeColumns ? 0 : area.lastRow + 1, area.isWholeRows ? 0 : area.lastColumn + 1);
    },
    FreezeColumns: (self, count) =>
      self.freeze(0, wholeOr(count, 1, 'WorksheetFreezePanes.freezeColumns', 1)),
    FreezeRows: (self, count) => self.freeze(wholeOr(count, 1, 'WorksheetFreezePanes.freezeRows', 1), 0),
    GetLocation: ({ frozen }) => existing(frozen, 'WorksheetFreezePanes.getLocation'),
    GetLocationOrNullObject: ({ frozen }) => frozen,
    Unfreeze: (self) => self.freeze(0, 0),
  },
});

function rangeArgument(self: WorksheetFreezePanes, value: Argument): Range {
  return value instanceof Range
    ? value
    : rangeByAddress(self.worksheet, value, 'WorksheetFreezePanes.freezeAt');
}

export const freezePanesMembers = [members];
