/**
 * Colours of the sheet, for pictures and small grids of it in the pane. They are the same in both themes of the pane,
 * as the sheet is light in both.
 */
export const SHEET_COLOURS = {
  paper: '#FFFFFF',
  gridline: '#D0D0D0',
  text: '#242424',
  /** Legible on light and on dark. */
  muted: '#8A8886',
  /** Cells that are not there: padding. */
  outside: '#F0F0F0',
  /** The cell that matters among others. */
  marked: '#0B6A0B',
  /** The upper end of the colour scales. */
  red: '#F8696B',
} as const;
