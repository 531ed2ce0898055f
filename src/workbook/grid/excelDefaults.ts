/** How Excel's workbooks look where nobody has formatted anything: the Office theme, its font and its sizes. */
import type { IWorksheetData } from '@univerjs/core';

export const FONT = { name: 'Calibri', points: 11 };

/** The six accents of the Office theme, in the order in which charts take them. */
export const ACCENTS = ['#4472C4', '#ED7D31', '#A5A5A5', '#FFC000', '#5B9BD5', '#70AD47'];

export const COLORS = {
  /** Of text and lines. */
  automatic: '#000000',
  /** What a cell without a fill reads as. */
  background: '#FFFFFF',
  accent: ACCENTS[0],
  /** The first accent, darker by a quarter: outlines of shapes. */
  darkAccent: '#2F528F',
  /** The first accent, lighter by four fifths: bands of tables. */
  lightAccent: '#D9E1F2',
};

/** A fresh sheet, in Excel's measures: columns of 64 and rows of 20 pixels. It grows when something reaches further. */
export const SHEET_DEFAULTS: Partial<IWorksheetData> = {
  rowCount: 200,
  columnCount: 200,
  defaultColumnWidth: 64,
  defaultRowHeight: 20,
};
