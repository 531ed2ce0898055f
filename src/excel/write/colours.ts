// The colours of all sheets, each once.

/** Of the original sheet's scales, from the smallest number to the largest, and a light blue for the negative side. */
export const LIGHT = '#FCFCFF';
export const RED = '#F8696B';
export const BLUE = '#8DB4E2';

/** Frames around blocks, and lighter ones between pictures. */
export const FRAME = '#7F7F7F';
export const LIGHT_FRAME = '#BFBFBF';

/** Text: of numbers, of words that stay in the background, of what is hardly to be seen. */
export const DARK = '#262626';
export const QUIET = '#595959';
export const FAINT = '#A6A6A6';

/** Blue on cream is yours to type over, black on white is computed, dark red on pink is refused. */
export const EDITABLE = { font: '#1034A6', fill: '#FFFBEA' };
export const COMPUTED = { font: DARK };
export const REFUSED = { font: '#9C0006', fill: '#FFC7CE' };
