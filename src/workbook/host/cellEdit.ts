/** Handles requests that arrive while the user is typing into a cell. */
import type { Behaviour } from '../behaviour/behaviour';
import { type ExcelError, cellIsEdited } from './errors';

/** The request flag that carries office.js's `delayForCellEdit`. */
const DELAY_FOR_CELL_EDIT = 64;

/** The error for such a request; null for one that waits. */
export function refusalInCellEdit({ cellEdit }: Behaviour, flags: number): ExcelError | null {
  const waits = cellEdit === 'waits' || (cellEdit === 'fails' && (flags & DELAY_FOR_CELL_EDIT) !== 0);
  return waits ? null : cellIsEdited();
}
