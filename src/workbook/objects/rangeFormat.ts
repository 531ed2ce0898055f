/**
 * The format of a range, or of several as one: fill, font, borders, alignment, sizes. Differing cells read as null, as
 * in Excel.
 */
import { BooleanNumber, HorizontalAlign, type IStyleData, VerticalAlign, WrapStrategy } from '@univerjs/core';
import {
  SetWorksheetColWidthMutation,
  SetWorksheetRowHeightMutation,
  SetWorksheetRowIsAutoHeightMutation,
} from '@univerjs/sheets';
import { type Area, area, cellCount, isWholeColumns, isWholeRows } from '../grid/address';
import { rangeOf } from '../grid/grid';
import { PIXELS_PER_POINT } from '../grid/measures';
import { invalidArgument } from '../host/errors';
import { ExcelObject, membersOf } from '../host/excelObject';
import type { Json } from '../host/wire';
import { color, number, oneOf, text, truth } from './arguments';
import type { Cells, Range } from './range';
import { RangeBorderCollection } from './rangeBorders';
import { autofitColumns, autofitRows } from './autofit';

/** The reading of all cells of a large range would take long and tell little more than its first ones. */
const COMPARED_CELLS = 10_000;

export class RangeFormat extends ExcelObject {
  constructor(readonly ranges: Cells) {
    super();
  }
}

export class RangeFill extends ExcelObject {
  constructor(readonly ranges: Cells) {
    super();
  }
}

export class RangeFont extends ExcelObject {
  constructor(readonly ranges: Cells) {
    super();
  }
}

/** Puts a piece of style on every cell of the ranges that exists. */
export function applyStyle(ranges: Cells, style: IStyleData): void {
  const patch = { s: style };
  for (const { book, sheetId, area: target } of ranges) {
    const { grid } = book;
    if (cellCount(target) < COMPARED_CELLS * 100) grid.reach(sheetId, target);
    const present = grid.present(sheetId, target);
    if (present) grid.put(sheetId, present, () => patch);
  }
}

/** What all cells have in common, or null. */
function commonStyle(ranges: Cells, read: (style: IStyleData) => Json): Json {
  return common(ranges, ({ book, sheetId, area: { row, column, rows, columns } }) => {
    const first = read(book.grid.style(sheetId, row, column));
    const count = Math.min(rows * columns, COMPARED_CELLS);
    for (let i = 1; i < count; i++) {
      const style = book.grid.style(sheetId, row + Math.floor(i / columns), column + (i % columns));
      if (read(style) !== first) return null;
    }
    return first;
  });
}

/** What is true of all ranges alike, or null. */
function common(ranges: Cells, read: (range: Range) => Json): Json {
  const first = read(ranges[0]);
  return ranges.every((range, index) => index === 0 || read(range) === first) ? first : null;
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

const formatMembers = membersOf(RangeFormat, 'RangeFormat', {
  scalars: {
    ColumnWidth: { get: readColumnWidth, set: writeColumnWidth },
    RowHeight: { get: readRowHeight, set: writeRowHeight },
    HorizontalAlignment: {
      get: ({ ranges }) => commonStyle(ranges, (style) => nameOf(HORIZONTAL, style.ht, 'General')),
      set: ({ ranges }, value) =>
        applyStyle(ranges, { ht: aligned(HORIZONTAL, value, 'RangeFormat.horizontalAlignment') }),
    },
    VerticalAlignment: {
      get: ({ ranges }) => commonStyle(ranges, (style) => nameOf(VERTICAL, style.vt, 'Bottom')),
      set: ({ ranges }, value) =>
        applyStyle(ranges, { vt: aligned(VERTICAL, value, 'RangeFormat.verticalAlignment') }),
    },
    WrapText: {
      get: ({ ranges }) => commonStyle(ranges, (style) => style.tb === WrapStrategy.WRAP),
      set: ({ ranges }, value) =>
        applyStyle(ranges, {
          tb: truth(value, 'RangeFormat.wrapText') ? WrapStrategy.WRAP : WrapStrategy.OVERFLOW,
        }),
    },
    TextOrientation: {
      get: ({ ranges }) => commonStyle(ranges, (style) => -(style.tr?.a ?? 0)),
      set: ({ ranges }, value) =>
        applyStyle(ranges, { tr: { a: -number(value, 'RangeFormat.textOrientation') } }),
    },
  },
  objects: {
    Borders: ({ ranges }) => new RangeBorderCollection(ranges),
    Fill: ({ ranges }) => new RangeFill(ranges),
    Font: ({ ranges }) => new RangeFont(ranges),
  },
  methods: {
    AutofitColumns: ({ ranges }) => ranges.forEach(autofitColumns),
    AutofitRows: ({ ranges }) => ranges.forEach(autofitRows),
  },
});

/** Widths and heights are points in Excel, pixels in the grid. */
function readColumnWidth({ ranges }: RangeFormat): Json {
  return common(ranges, ({ book, sheetId, area: { column, columns } }) => {
    const sheet = book.grid.sheet(sheetId);
    return sheet && sameSize((at) => sheet.getColumnWidth(at), column, columns, sheet.getColumnCount());
  });
}

function readRowHeight({ ranges }: RangeFormat): Json {
  return common(ranges, ({ book, sheetId, area: { row, rows } }) => {
    const sheet = book.grid.sheet(sheetId);
    return sheet && sameSize((at) => sheet.getRowHeight(at), row, rows, sheet.getRowCount());
  });
}

function sameSize(size: (at: number) => number, start: number, count: number, present: number): Json {
  const first = size(start);
  const end = Math.min(start + count, present);
  for (let at = start; at < end; at++) if (size(at) !== first) return null;
  return first / PIXELS_PER_POINT;
}

function writeColumnWidth({ ranges }: RangeFormat, value: Json): void {
  const colWidth = number(value, 'RangeFormat.columnWidth') * PIXELS_PER_POINT;
  for (const range of ranges)
    resize(range, acrossColumns(range.area), SetWorksheetColWidthMutation.id, { colWidth });
}

function writeRowHeight({ ranges }: RangeFormat, value: Json): void {
  const rowHeight = number(value, 'RangeFormat.rowHeight') * PIXELS_PER_POINT;
  const autoHeightInfo = BooleanNumber.FALSE;
  for (const range of ranges) {
    resize(range, downRows(range.area), SetWorksheetRowHeightMutation.id, { rowHeight });
    // A height that was set stays, whatever is typed there.
    resize(range, downRows(range.area), SetWorksheetRowIsAutoHeightMutation.id, { autoHeightInfo });
  }
}

/** The lines that get a size, however far the area reaches in the other direction. */
const acrossColumns = (a: Area) => (isWholeRows(a) ? null : area(0, a.column, 1, a.columns));
const downRows = (a: Area) => (isWholeColumns(a) ? null : area(a.row, 0, a.rows, 1));

/** The grid is enlarged for lines that it does not have yet, unless they are nearly all lines of a sheet. */
const MOST_LINES = 10_000;

function resize(
  { book: { grid }, sheetId, area: target }: Range,
  lines: Area | null,
  mutation: string,
  size: object,
): void {
  if (lines && cellCount(lines) <= MOST_LINES) grid.reach(sheetId, lines);
  const present = grid.present(sheetId, target);
  if (present) grid.mutate(mutation, { subUnitId: sheetId, ranges: [rangeOf(present)], ...size });
}

const fillMembers = membersOf(RangeFill, 'RangeFill', {
  scalars: {
    Color: {
      get: ({ ranges }) => commonStyle(ranges, (style) => style.bg?.rgb?.toUpperCase() ?? '#FFFFFF'),
      set: ({ ranges }, value) => applyStyle(ranges, { bg: { rgb: color(value, 'RangeFill.color') } }),
    },
  },
  methods: { Clear: ({ ranges }) => applyStyle(ranges, { bg: null }) },
});

const flag = (on: boolean) => (on ? BooleanNumber.TRUE : BooleanNumber.FALSE);

const fontMembers = membersOf(RangeFont, 'RangeFont', {
  scalars: {
    Bold: {
      get: ({ ranges }) => commonStyle(ranges, (style) => style.bl === BooleanNumber.TRUE),
      set: ({ ranges }, value) => applyStyle(ranges, { bl: flag(truth(value, 'RangeFont.bold')) }),
    },
    Italic: {
      get: ({ ranges }) => commonStyle(ranges, (style) => style.it === BooleanNumber.TRUE),
      set: ({ ranges }, value) => applyStyle(ranges, { it: flag(truth(value, 'RangeFont.italic')) }),
    },
    Strikethrough: {
      get: ({ ranges }) => commonStyle(ranges, (style) => style.st?.s === BooleanNumber.TRUE),
      set: ({ ranges }, value) =>
        applyStyle(ranges, { st: { s: flag(truth(value, 'RangeFont.strikethrough')) } }),
    },
    Underline: {
      get: ({ ranges }) =>
        commonStyle(ranges, (style) => (style.ul?.s === BooleanNumber.TRUE ? 'Single' : 'None')),
      set: ({ ranges }, value) =>
        applyStyle(ranges, {
          ul: { s: flag(oneOf(value, ['None', 'Single', 'Double'], 'RangeFont.underline') !== 'None') },
        }),
    },
    Color: {
      get: ({ ranges }) => commonStyle(ranges, (style) => style.cl?.rgb?.toUpperCase() ?? '#000000'),
      set: ({ ranges }, value) => applyStyle(ranges, { cl: { rgb: color(value, 'RangeFont.color') } }),
    },
    Name: {
      get: ({ ranges }) => commonStyle(ranges, (style) => style.ff ?? 'Calibri'),
      set: ({ ranges }, value) => applyStyle(ranges, { ff: text(value, 'RangeFont.name') }),
    },
    Size: {
      get: ({ ranges }) => commonStyle(ranges, (style) => style.fs ?? 11),
      set: ({ ranges }, value) => applyStyle(ranges, { fs: number(value, 'RangeFont.size') }),
    },
  },
});

export const rangeFormatMembers = [formatMembers, fillMembers, fontMembers];
