/** How an unformatted Excel workbook looks: colours and font of the Office theme, and sizes of cells. */
import type { IWorksheetData } from '@univerjs/core';

export const FONT = { name: 'Calibri', points: 11 };

/** The six accents of the Office theme, in the order in which charts use them. */
export const ACCENTS = ['#4472C4', '#ED7D31', '#A5A5A5', '#FFC000', '#5B9BD5', '#70AD47'];

export const COLORS = {
  /** For text and lines. */
  automatic: '#000000',
  /** `fill.color` of a cell without fill. */
  background: '#FFFFFF',
  accent: ACCENTS[0],
  /** The first accent, darker by a quarter: outlines of shapes. */
  darkAccent: '#2F528F',
  /** The first accent, lighter by four fifths: bands of tables. */
  lightAccent: '#D9E1F2',
};

/** A new sheet, with Excel's sizes in pixels. It grows when something is written beyond its end. */
export const SHEET_DEFAULTS: Partial<IWorksheetData> = {
  rowCount: 200,
  columnCount: 200,
  defaultColumnWidth: 64,
  defaultRowHeight: 20,
};
