/** The members of Range. */
import { Rect } from '../../addresses/rect';
import { invalidArgument, sizeMismatch } from '../../host/errors';
import { type Argument, membersOf } from '../../host/excelObject';
import { oneOf, truth, truthOr, wholeOr } from '../arguments';
import { ConditionalFormatCollection } from '../conditionalFormats/conditionalFormat';
import { readRowHidden, writeRowHidden } from '../formats/hidden';
import { RangeFormat } from '../formats/rangeFormat';
import { DataValidation } from '../validation/dataValidation';
import { Worksheet } from '../worksheets/worksheet';
import { CLEARED, clearRange, deleteCells, insertCells, select } from './actions';
import {
  readFormats,
  readFormulas,
  readFormulasR1C1,
  readTexts,
  readTypes,
  readValues,
  writeContent,
  writeFormats,
  writeFormulasR1C1,
} from './content';
import { merge, mergedAreas, unmerge } from './merging';
import { Range, areaArgument, countable } from './range';

/** Rows and columns that are 0 where they are left out. */
const lines = (rows: Argument, columns: Argument, location: string) =>
  [wholeOr(rows, 0, location), wholeOr(columns, 0, location)] as const;

/**
 * Moves the last cell; it may get above or left of the first one: with `getCell(row, column).getResizedRange(0, -z)` draws a
 * spiral its sides to the left (OfficeDev/office-js-snippets, samples/excel/99-just-for-fun/patterns.yaml).
 */
const resizedBy = ({ row, column, lastRow, lastColumn }: Rect, rows: number, columns: number) =>
  Rect.between(row, column, lastRow + rows, lastColumn + columns);

const range = membersOf(Range, 'Range', {
  scalars: {
    Address: (r) => r.address,
    CellCount: (r) => countable(r.area.cellCount),
    ColumnCount: (r) => r.area.columns,
    ColumnIndex: (r) => r.area.column,
    RowCount: (r) => r.area.rows,
    RowHidden: {
      get: readRowHidden,
      set: (r, value) => writeRowHidden(r, truth(value, 'Range.rowHidden')),
    },
    RowIndex: (r) => r.area.row,
    IsEntireColumn: (r) => r.area.isWholeColumns,
    Left: (r) => r.place.left,
    Top: (r) => r.place.top,
    Width: (r) => r.place.width,
    Height: (r) => r.place.height,
    Formulas: { get: readFormulas, set: (r, value) => writeContent(r, value, 'Range.formulas') },
    FormulasR1C1: { get: readFormulasR1C1, set: writeFormulasR1C1 },
    NumberFormat: { get: readFormats, set: writeFormats },
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
    Merge: (r, across) => merge(r, truthOr(across, false, 'Range.merge')),
    Unmerge: unmerge,
    Select: select,
    GetBoundingRect: (r, other) =>
      r.at(r.area.union(areaArgument(r, other, 'Range.getBoundingRect')), 'Range.getBoundingRect'),
    GetCell: (r, rows, columns) => {
      const location = 'Range.getCell';
      return r.at(r.area.firstCell.offset(...lines(rows, columns, location)), location);
    },
    /** By which the client sends a large array in pieces. */
    GetRow: (r, index) => {
      const at = wholeOr(index, 0, 'Range.getRow', 0);
      if (at >= r.area.rows) throw invalidArgument('Range.getRow');
      return r.at(r.area.rowAt(at), 'Range.getRow');
    },
    GetEntireColumn: (r) => r.at(r.area.entireColumns, 'Range.getEntireColumn'),
    GetEntireRow: (r) => r.at(r.area.entireRows, 'Range.getEntireRow'),
    GetIntersectionOrNullObject: (r, other) => {
      const location = 'Range.getIntersectionOrNullObject';
      return r.within(areaArgument(r, other, location), location);
    },
    GetLastRow: (r) => r.at(r.area.rowAt(r.area.rows - 1), 'Range.getLastRow'),
    GetMergedAreasOrNullObject: mergedAreas,
    GetOffsetRange: (r, rows, columns) => {
      const location = 'Range.getOffsetRange';
      return r.at(r.area.offset(...lines(rows, columns, location)), location);
    },
    GetResizedRange: (r, rows, columns) => {
      const location = 'Range.getResizedRange';
      const [more, wider] = lines(rows, columns, location);
      return r.at(resizedBy(r.area, more, wider), location);
    },
    GetUsedRange: (r, valuesOnly) =>
      r.inUse(valuesOnly, 'Range.getUsedRange') ?? r.at(r.area.firstCell, 'Range.getUsedRange'),
    GetUsedRangeOrNullObject: (r, valuesOnly) => r.inUse(valuesOnly, 'Range.getUsedRangeOrNullObject'),
    /** The client asks before it sends a large array in pieces. */
    _ValidateArraySize: (r, rows, columns) => {
      if (rows !== r.area.rows || columns !== r.area.columns) throw sizeMismatch('Range');
    },
  },
});

export const rangeMembers = [range];
