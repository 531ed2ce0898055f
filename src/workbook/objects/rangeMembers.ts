/** The members of Range. */
import {
  MAX_COLUMNS,
  MAX_ROWS,
  area,
  bounding,
  cellCount,
  intersection,
  isWholeColumns,
  isWholeRows,
} from '../grid/address';
import { invalidArgument, itemNotFound } from '../host/errors';
import { membersOf } from '../host/excelObject';
import { oneOf, truth, whole, wholeOr } from './arguments';
import { ConditionalFormatCollection } from './conditionalFormat';
import { DataValidation } from './dataValidation';
import { Range, areaArgument } from './range';
import { CLEARED, clearRange, deleteCells, insertCells, merge, select, unmerge } from './rangeActions';
import {
  MISMATCH,
  readFormats,
  readFormulas,
  readFormulasR1C1,
  readTexts,
  readTypes,
  readValues,
  writeContent,
  writeFormats,
  writeFormulasR1C1,
} from './rangeContent';
import { RangeFormat } from './rangeFormat';
import { usedArea } from './usedArea';
import { Worksheet } from './worksheet';

const members = membersOf(Range, 'Range', {
  scalars: {
    Address: (r) => r.address,
    AddressLocal: (r) => r.address,
    CellCount: (r) => (cellCount(r.area) > 2 ** 31 - 1 ? -1 : cellCount(r.area)),
    ColumnCount: (r) => r.area.columns,
    ColumnIndex: (r) => r.area.column,
    RowCount: (r) => r.area.rows,
    RowIndex: (r) => r.area.row,
    IsEntireColumn: (r) => isWholeColumns(r.area),
    IsEntireRow: (r) => isWholeRows(r.area),
    Left: (r) => r.place.left,
    Top: (r) => r.place.top,
    Width: (r) => r.place.width,
    Height: (r) => r.place.height,
    Formulas: { get: readFormulas, set: (r, value) => writeContent(r, value, 'Range.formulas') },
    FormulasR1C1: { get: readFormulasR1C1, set: writeFormulasR1C1 },
    NumberFormat: { get: readFormats, set: (r, value) => writeFormats(r, value) },
    Text: readTexts,
    Values: { get: readValues, set: (r, value) => writeContent(r, value, 'Range.values') },
    ValueTypes: readTypes,
  },
  objects: {
    ConditionalFormats: (r) => new ConditionalFormatCollection([r]),
    DataValidation: (r) => new DataValidation([r]),
    Format: (r) => new RangeFormat([r]),
    Worksheet: (r) => new Worksheet(r.book, r.sheetId),
  },
  methods: {
    Clear: (r, what) => clearRange(r, oneOf(what ?? 'All', CLEARED, 'Range.clear')),
    Delete: (r, shift) => deleteCells(r, oneOf(shift, ['Up', 'Left'], 'Range.delete')),
    Insert: (r, shift) => insertCells(r, oneOf(shift, ['Down', 'Right'], 'Range.insert')),
    Merge: (r, across) =>
      merge(r, across === undefined || across === null ? false : truth(across, 'Range.merge')),
    Unmerge: unmerge,
    Select: select,
    GetAbsoluteResizedRange: (r, rows, columns) => {
      const location = 'Range.getAbsoluteResizedRange';
      return r.offset(0, 0, whole(rows, location, 1), whole(columns, location, 1), location);
    },
    GetBoundingRect: (r, other) =>
      r.at(bounding(r.area, areaArgument(r, other, 'Range.getBoundingRect')), 'Range.getBoundingRect'),
    GetCell: (r, rows, columns) => {
      const location = 'Range.getCell';
      return r.offset(wholeOr(rows, 0, location), wholeOr(columns, 0, location), 1, 1, location);
    },
    GetColumn: (r, index) => {
      const at = wholeOr(index, 0, 'Range.getColumn', 0);
      if (at >= r.area.columns) throw invalidArgument('Range.getColumn');
      return r.offset(0, at, r.area.rows, 1, 'Range.getColumn');
    },
    GetRow: (r, index) => {
      const at = wholeOr(index, 0, 'Range.getRow', 0);
      if (at >= r.area.rows) throw invalidArgument('Range.getRow');
      return r.offset(at, 0, 1, r.area.columns, 'Range.getRow');
    },
    GetEntireColumn: (r) => r.at(area(0, r.area.column, MAX_ROWS, r.area.columns), 'Range.getEntireColumn'),
    GetEntireRow: (r) => r.at(area(r.area.row, 0, r.area.rows, MAX_COLUMNS), 'Range.getEntireRow'),
    GetIntersection: (r, other) => {
      const common = intersection(r.area, areaArgument(r, other, 'Range.getIntersection'));
      if (!common) throw itemNotFound('Range.getIntersection');
      return r.at(common, 'Range.getIntersection');
    },
    GetIntersectionOrNullObject: (r, other) => {
      const common = intersection(r.area, areaArgument(r, other, 'Range.getIntersectionOrNullObject'));
      return common && r.at(common, 'Range.getIntersectionOrNullObject');
    },
    GetLastCell: (r) => r.offset(r.area.rows - 1, r.area.columns - 1, 1, 1, 'Range.getLastCell'),
    GetLastColumn: (r) => r.offset(0, r.area.columns - 1, r.area.rows, 1, 'Range.getLastColumn'),
    GetLastRow: (r) => r.offset(r.area.rows - 1, 0, 1, r.area.columns, 'Range.getLastRow'),
    GetOffsetRange: (r, rows, columns) => {
      const location = 'Range.getOffsetRange';
      return r.offset(
        wholeOr(rows, 0, location),
        wholeOr(columns, 0, location),
        r.area.rows,
        r.area.columns,
        location,
      );
    },
    GetResizedRange: (r, rows, columns) => {
      const location = 'Range.getResizedRange';
      return r.offset(
        0,
        0,
        r.area.rows + wholeOr(rows, 0, location),
        r.area.columns + wholeOr(columns, 0, location),
        location,
      );
    },
    GetUsedRange: (r, valuesOnly) => {
      const used = usedArea(r.book.grid, r.sheetId, r.area, valuesOnly === true);
      return r.at(used ?? area(r.area.row, r.area.column), 'Range.getUsedRange');
    },
    GetUsedRangeOrNullObject: (r, valuesOnly) => {
      const used = usedArea(r.book.grid, r.sheetId, r.area, valuesOnly === true);
      return used && r.at(used, 'Range.getUsedRangeOrNullObject');
    },
    /** The client asks before it sends a large array in pieces. */
    _ValidateArraySize: (r, rows, columns) => {
      if (rows === r.area.rows && columns === r.area.columns) return;
      throw invalidArgument('Range', MISMATCH);
    },
  },
});

export const rangeMembers = [members];
