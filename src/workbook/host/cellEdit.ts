/** What becomes of a request that comes while a person is typing into a cell. */
import type { Behaviour } from '../behaviour/behaviour';
import { type ExcelError, cellIsEdited } from './errors';

/** The flag of a request by which office.js carries `delayForCellEdit`. */
const DELAY_FOR_CELL_EDIT = 64;

/** Null for a request that waits. */
export function refusalInCellEdit({ cellEdit }: Behaviour, flags: number): ExcelError | null {
  const waits = cellEdit === 'waits' || (cellEdit === 'fails' && (flags & DELAY_FOR_CELL_EDIT) !== 0);
  return waits ? null : cellIsEdited();
}
