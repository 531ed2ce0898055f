/** Excel's rules for the names of cells, tables and sheets. */
import { columnIndex } from '../../addresses/a1';
import { MAX_COLUMNS, MAX_ROWS } from '../../addresses/rect';

const LONGEST_NAME = 255;
const LONGEST_SHEET_NAME = 31;

/**
 * Whether a name is valid for cells or a table: letters, digits, dots, underscores; not readable as a cell.
 */
export function isValidName(name: string): boolean {
  return name.length <= LONGEST_NAME && /^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u.test(name) && !readsAsCell(name);
}

/** In A1 or in R1C1 notation. */
function readsAsCell(name: string): boolean {
  const a1 = /^([A-Za-z]{1,3})(\d+)$/.exec(name);
  if (a1) return columnIndex(a1[1]) < MAX_COLUMNS && Number(a1[2]) >= 1 && Number(a1[2]) <= MAX_ROWS;
  return /^(r\d*c?\d*|c\d*)$/i.test(name);
}

export function isValidSheetName(name: string): boolean {
  return name !== '' && name.length <= LONGEST_SHEET_NAME && !/[\\/?*[\]:]/.test(name) && !/^'|'$/.test(name);
}
