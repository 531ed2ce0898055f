// The colours of all sheets.

/**
 * From the original sheet's scales: 0 and the largest number; and a light blue for negative numbers. Red and blue are told
 * apart with any kind of colour blindness, and dark text on either is legible.
 */
export const LIGHT = '#FCFCFF';
export const RED = '#F8696B';
export const BLUE = '#8DB4E2';

/** Bars of probabilities. */
export const BAR = '#C9DAF3';

/** Heads of layers. */
export const BAND = '#E9EDF5';

/** Frames around blocks, and lighter ones around pictures. */
export const FRAME = '#7F7F7F';
export const LIGHT_FRAME = '#BFBFBF';

/** Words as Excel writes them unless told otherwise. */
export const PLAIN = '#000000';

/** Text: of numbers, of secondary words, and of barely visible ones. */
export const DARK = '#262626';
export const QUIET = '#595959';
export const FAINT = '#A6A6A6';

/** Editable cells: blue on cream, or framed where numbers have colours. Computed cells: black on white. Cells with a problem: dark red on pink. */
export const EDITABLE = { font: '#1034A6', fill: '#FFFBEA' };
export const COMPUTED = { font: DARK };
export const REFUSED = { font: '#9C0006', fill: '#FFC7CE' };
