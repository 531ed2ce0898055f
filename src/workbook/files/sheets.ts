/** Worksheets: sizes of rows and columns, what is frozen, merged and hidden. */
import { BooleanNumber, type IRange, type IWorksheetData } from '@univerjs/core';
import type { Workbook, Worksheet, WorksheetView } from '@cj-tech-master/excelts';
import { formatRect, parseRect } from '../addresses/a1';
import { SHEET_DEFAULTS } from '../grid/excelDefaults';
import { PIXELS_PER_POINT } from '../grid/measures';
import { rangeOf, rectOf } from '../grid/ranges';
import { colourFromFile, colourToFile } from './colours';

type Sheet = Partial<IWorksheetData>;

/** Widths in files count digits of the usual font, seven pixels each (ECMA-376 Part 1, 18.3.1.13). */
const DIGIT_PIXELS = 7;
const FRACTION = 256;

/** Rows and columns beyond what a file holds. */
const MARGIN = 20;

export function sheetToFile(workbook: Workbook, sheet: Sheet): Worksheet {
  const { name = '', rowData = {}, columnData = {}, mergeData = [], tabColor, hidden, custom } = sheet;
  const written = workbook.addWorksheet(name, {
    views: [viewOf(sheet)],
    state: !hidden ? 'visible' : custom?.isVeryHidden === true ? 'veryHidden' : 'hidden',
    properties: {
      defaultRowHeight: (sheet.defaultRowHeight ?? SHEET_DEFAULTS.defaultRowHeight!) / PIXELS_PER_POINT,
      ...(tabColor && { tabColor: colourToFile(tabColor) }),
    },
  });
  if (
    sheet.defaultColumnWidth !== undefined &&
    sheet.defaultColumnWidth !== SHEET_DEFAULTS.defaultColumnWidth
  )
    written.properties.defaultColWidth = widthToFile(sheet.defaultColumnWidth);
  for (const [at, column] of Object.entries(columnData)) {
    const target = written.getColumn(Number(at) + 1);
    if (column?.w !== undefined) target.width = widthToFile(column.w);
    if (column?.hd) target.hidden = true;
  }
  for (const [at, row] of Object.entries(rowData)) {
    const target = written.getRow(Number(at) + 1);
    // A height that follows from what is in the row is found again when it is opened.
    if (row?.h !== undefined && row.ia !== BooleanNumber.TRUE) target.height = row.h / PIXELS_PER_POINT;
    if (row?.hd) target.hidden = true;
  }
  for (const range of mergeData) written.mergeCells(formatRect(rectOf(range)));
  return written;
}

/** The library leaves out columns of this width, which it takes for the usual one. */
const LEFT_OUT_WIDTH = 9;

function widthToFile(pixels: number): number {
  const width = Math.trunc((pixels / DIGIT_PIXELS) * FRACTION) / FRACTION;
  return width === LEFT_OUT_WIDTH ? width + 1 / FRACTION : width;
}

/** The whole pixels that Excel makes of it (ECMA-376, part 1, 18.3.1.13). */
const widthFromFile = (digits: number) =>
  Math.trunc(((FRACTION * digits + Math.trunc(FRACTION / 2 / DIGIT_PIXELS)) / FRACTION) * DIGIT_PIXELS);

function viewOf({ freeze, showGridlines, zoomRatio = 1, rightToLeft }: Sheet): Partial<WorksheetView> {
  const common = {
    showGridLines: showGridlines !== BooleanNumber.FALSE,
    rightToLeft: rightToLeft === BooleanNumber.TRUE,
    zoomScale: Math.round(zoomRatio * 100),
  };
  if (!freeze || (freeze.xSplit <= 0 && freeze.ySplit <= 0)) return common;
  return {
    ...common,
    state: 'frozen',
    xSplit: Math.max(0, freeze.xSplit),
    ySplit: Math.max(0, freeze.ySplit),
  };
}

/** Everything of a sheet but its cells. */
export function sheetFromFile(sheet: Worksheet, id: string, theme: readonly string[]): Sheet {
  // A sheet that nobody has looked at yet has none, whatever the type says.
  const view = (sheet.views as readonly Partial<WorksheetView>[] | undefined)?.[0];
  const { defaultColWidth, defaultRowHeight, tabColor } = sheet.properties;
  const mergeData: IRange[] = (sheet.model.mergeCells ?? []).flatMap((address) => {
    const area = parseRect(address);
    return area ? [rangeOf(area)] : [];
  });
  return {
    ...SHEET_DEFAULTS,
    id,
    name: sheet.name,
    tabColor: colourFromFile(tabColor, theme) ?? '',
    hidden: sheet.state === 'visible' ? BooleanNumber.FALSE : BooleanNumber.TRUE,
    ...(sheet.state === 'veryHidden' && { custom: { isVeryHidden: true } }),
    rowCount: Math.max(SHEET_DEFAULTS.rowCount!, sheet.rowCount + MARGIN),
    columnCount: Math.max(SHEET_DEFAULTS.columnCount!, sheet.columnCount + MARGIN),
    ...(defaultColWidth && { defaultColumnWidth: widthFromFile(defaultColWidth) }),
    ...(defaultRowHeight && { defaultRowHeight: defaultRowHeight * PIXELS_PER_POINT }),
    zoomRatio: (view?.zoomScale ?? 100) / 100,
    showGridlines: view?.showGridLines === false ? BooleanNumber.FALSE : BooleanNumber.TRUE,
    rightToLeft: view?.rightToLeft ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    freeze: freezeOf(view),
    mergeData,
    rowData: rowsFromFile(sheet),
    columnData: columnsFromFile(sheet),
  };
}

function freezeOf(view: Partial<WorksheetView> | undefined): IWorksheetData['freeze'] {
  const { xSplit = 0, ySplit = 0 } = view?.state === 'frozen' ? view : {};
  return { xSplit, ySplit, startRow: ySplit > 0 ? ySplit : -1, startColumn: xSplit > 0 ? xSplit : -1 };
}

function rowsFromFile(sheet: Worksheet): IWorksheetData['rowData'] {
  const rows: IWorksheetData['rowData'] = {};
  sheet.eachRow({ includeEmpty: true }, ({ number, height, hidden }) => {
    if (!height && !hidden) return;
    rows[number - 1] = {
      ...(height && { h: height * PIXELS_PER_POINT, ia: BooleanNumber.FALSE }),
      ...(hidden && { hd: BooleanNumber.TRUE }),
    };
  });
  return rows;
}

function columnsFromFile(sheet: Worksheet): IWorksheetData['columnData'] {
  const columns: IWorksheetData['columnData'] = {};
  for (const { number, width, hidden } of sheet.columns ?? []) {
    if (width === undefined && !hidden) continue;
    columns[number - 1] = {
      ...(width !== undefined && { w: widthFromFile(width) }),
      ...(hidden && { hd: BooleanNumber.TRUE }),
    };
  }
  return columns;
}
