/** Range.format: fill, font, borders, alignment, sizes. Differing cells read as null, as in Excel. */
import { BooleanNumber, HorizontalAlign, type IStyleData, VerticalAlign, WrapStrategy } from '@univerjs/core';
import { SetWorksheetColWidthMutation, SetWorksheetRowHeightMutation } from '@univerjs/sheets';
import { rangeOf } from '../grid/grid';
import { invalidArgument } from '../host/errors';
import { ExcelObject, type Members, membersOf } from '../host/excelObject';
import type { Json } from '../host/wire';
import { color, number, oneOf, text, truth } from './arguments';
import type { Range } from './range';
import { RangeBorderCollection } from './rangeBorders';
import { autofitColumns, autofitRows } from './autofit';

const PIXELS_PER_POINT = 4 / 3;
/** The reading of all cells of a large range would take long and tell little more than its first ones. */
const COMPARED_CELLS = 10_000;

export class RangeFormat extends ExcelObject {
  readonly members: Members = formatMembers;
  constructor(readonly range: Range) {
    super();
  }
}

export class RangeFill extends ExcelObject {
  readonly members: Members = fillMembers;
  constructor(readonly range: Range) {
    super();
  }
}

export class RangeFont extends ExcelObject {
  readonly members: Members = fontMembers;
  constructor(readonly range: Range) {
    super();
  }
}

/** Puts a piece of style on every cell of the range that exists. */
export function applyStyle(range: Range, style: IStyleData): void {
  const { grid } = range.book;
  if (range.area.rows * range.area.columns < COMPARED_CELLS * 100) grid.reach(range.sheetId, range.area);
  const target = grid.present(range.sheetId, range.area);
  if (!target) return;
  for (let row = target.row; row < target.row + target.rows; row++) {
    for (let column = target.column; column < target.column + target.columns; column++) {
      grid.put(range.sheetId, row, column, { s: style });
    }
  }
}

/** What all cells have in common, or null. */
export function commonStyle(range: Range, read: (style: IStyleData) => Json): Json {
  const { grid } = range.book;
  const { row, column, columns } = range.area;
  const count = Math.min(range.area.rows * columns, COMPARED_CELLS);
  const first = read(grid.style(range.sheetId, row, column));
  for (let i = 1; i < count; i++) {
    const other = read(grid.style(range.sheetId, row + Math.floor(i / columns), column + (i % columns)));
    if (other !== first) return null;
  }
  return first;
}

const HORIZONTAL: Readonly<Record<string, HorizontalAlign>> = {
  General: HorizontalAlign.UNSPECIFIED,
  Left: HorizontalAlign.LEFT,
  Center: HorizontalAlign.CENTER,
  Right: HorizontalAlign.RIGHT,
  Justify: HorizontalAlign.JUSTIFIED,
  CenterAcrossSelection: HorizontalAlign.CENTER,
};
const VERTICAL: Readonly<Record<string, VerticalAlign>> = {
  Top: VerticalAlign.TOP,
  Center: VerticalAlign.MIDDLE,
  Bottom: VerticalAlign.BOTTOM,
};

const nameOf = <T>(table: Readonly<Record<string, T>>, value: T | null | undefined, fallback: string) =>
  Object.keys(table).find((name) => table[name] === value) ?? fallback;

function aligned<T>(table: Readonly<Record<string, T>>, value: Json, location: string): T {
  const found = typeof value === 'string' ? table[value] : undefined;
  if (found === undefined) throw invalidArgument(location);
  return found;
}

const formatMembers = membersOf<RangeFormat>('RangeFormat', {
  scalars: {
    ColumnWidth: { get: readColumnWidth, set: writeColumnWidth },
    RowHeight: { get: readRowHeight, set: writeRowHeight },
    HorizontalAlignment: {
      get: ({ range }) => commonStyle(range, (style) => nameOf(HORIZONTAL, style.ht, 'General')),
      set: ({ range }, value) =>
        applyStyle(range, { ht: aligned(HORIZONTAL, value, 'RangeFormat.horizontalAlignment') }),
    },
    VerticalAlignment: {
      get: ({ range }) => commonStyle(range, (style) => nameOf(VERTICAL, style.vt, 'Bottom')),
      set: ({ range }, value) =>
        applyStyle(range, { vt: aligned(VERTICAL, value, 'RangeFormat.verticalAlignment') }),
    },
    WrapText: {
      get: ({ range }) => commonStyle(range, (style) => style.tb === WrapStrategy.WRAP),
      set: ({ range }, value) =>
        applyStyle(range, {
          tb: truth(value, 'RangeFormat.wrapText') ? WrapStrategy.WRAP : WrapStrategy.OVERFLOW,
        }),
    },
    TextOrientation: {
      get: ({ range }) => commonStyle(range, (style) => -(style.tr?.a ?? 0)),
      set: ({ range }, value) =>
        applyStyle(range, { tr: { a: -number(value, 'RangeFormat.textOrientation') } }),
    },
  },
  objects: {
    Borders: ({ range }) => new RangeBorderCollection(range),
    Fill: ({ range }) => new RangeFill(range),
    Font: ({ range }) => new RangeFont(range),
  },
  methods: {
    AutofitColumns: ({ range }) => autofitColumns(range),
    AutofitRows: ({ range }) => autofitRows(range),
  },
});

/** Widths and heights are points in Excel, pixels in the grid. */
function readColumnWidth({ range }: RangeFormat): Json {
  const sheet = range.book.grid.sheet(range.sheetId);
  if (!sheet) return null;
  const first = sheet.getColumnWidth(range.area.column);
  const last = Math.min(range.area.column + range.area.columns, sheet.getColumnCount());
  for (let column = range.area.column; column < last; column++)
    if (sheet.getColumnWidth(column) !== first) return null;
  return first / PIXELS_PER_POINT;
}

function writeColumnWidth({ range }: RangeFormat, value: Json): void {
  const colWidth = number(value, 'RangeFormat.columnWidth') * PIXELS_PER_POINT;
  resize(range, (ranges) =>
    range.book.grid.mutate(SetWorksheetColWidthMutation.id, { subUnitId: range.sheetId, ranges, colWidth }),
  );
}

function readRowHeight({ range }: RangeFormat): Json {
  const sheet = range.book.grid.sheet(range.sheetId);
  if (!sheet) return null;
  const first = sheet.getRowHeight(range.area.row);
  const last = Math.min(range.area.row + range.area.rows, sheet.getRowCount());
  for (let row = range.area.row; row < last; row++) if (sheet.getRowHeight(row) !== first) return null;
  return first / PIXELS_PER_POINT;
}

function writeRowHeight({ range }: RangeFormat, value: Json): void {
  const rowHeight = number(value, 'RangeFormat.rowHeight') * PIXELS_PER_POINT;
  resize(range, (ranges) =>
    range.book.grid.mutate(SetWorksheetRowHeightMutation.id, { subUnitId: range.sheetId, ranges, rowHeight }),
  );
}

function resize(range: Range, apply: (ranges: ReturnType<typeof rangeOf>[]) => void): void {
  const { grid } = range.book;
  const target = grid.present(range.sheetId, range.area);
  if (target) apply([rangeOf(target)]);
}

const fillMembers = membersOf<RangeFill>('RangeFill', {
  scalars: {
    Color: {
      get: ({ range }) => commonStyle(range, (style) => style.bg?.rgb?.toUpperCase() ?? '#FFFFFF'),
      set: ({ range }, value) => applyStyle(range, { bg: { rgb: color(value, 'RangeFill.color') } }),
    },
  },
  methods: { Clear: ({ range }) => applyStyle(range, { bg: null }) },
});

const flag = (on: boolean) => (on ? BooleanNumber.TRUE : BooleanNumber.FALSE);

const fontMembers = membersOf<RangeFont>('RangeFont', {
  scalars: {
    Bold: {
      get: ({ range }) => commonStyle(range, (style) => style.bl === BooleanNumber.TRUE),
      set: ({ range }, value) => applyStyle(range, { bl: flag(truth(value, 'RangeFont.bold')) }),
    },
    Italic: {
      get: ({ range }) => commonStyle(range, (style) => style.it === BooleanNumber.TRUE),
      set: ({ range }, value) => applyStyle(range, { it: flag(truth(value, 'RangeFont.italic')) }),
    },
    Strikethrough: {
      get: ({ range }) => commonStyle(range, (style) => style.st?.s === BooleanNumber.TRUE),
      set: ({ range }, value) =>
        applyStyle(range, { st: { s: flag(truth(value, 'RangeFont.strikethrough')) } }),
    },
    Underline: {
      get: ({ range }) =>
        commonStyle(range, (style) => (style.ul?.s === BooleanNumber.TRUE ? 'Single' : 'None')),
      set: ({ range }, value) =>
        applyStyle(range, {
          ul: { s: flag(oneOf(value, ['None', 'Single', 'Double'], 'RangeFont.underline') !== 'None') },
        }),
    },
    Color: {
      get: ({ range }) => commonStyle(range, (style) => style.cl?.rgb?.toUpperCase() ?? '#000000'),
      set: ({ range }, value) => applyStyle(range, { cl: { rgb: color(value, 'RangeFont.color') } }),
    },
    Name: {
      get: ({ range }) => commonStyle(range, (style) => style.ff ?? 'Calibri'),
      set: ({ range }, value) => applyStyle(range, { ff: text(value, 'RangeFont.name') }),
    },
    Size: {
      get: ({ range }) => commonStyle(range, (style) => style.fs ?? 11),
      set: ({ range }, value) => applyStyle(range, { fs: number(value, 'RangeFont.size') }),
    },
  },
});
