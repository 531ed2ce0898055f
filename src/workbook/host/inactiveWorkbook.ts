/** Calls that fail while another workbook is in front. */
import type { Behaviour } from '../behaviour/behaviour';
import { type ExcelError, workbookIsInactive } from './errors';

const NEED_THE_FRONT = new Set([
  'Range.Select',
  'Workbook.GetActiveCell',
  'Workbook.GetSelectedRange',
  'Worksheet.Activate',
  'Worksheet.Delete',
  'WorksheetCollection.Add',
  'WorksheetFreezePanes.FreezeAt',
  'WorksheetFreezePanes.FreezeColumns',
  'WorksheetFreezePanes.FreezeRows',
  'WorksheetFreezePanes.Unfreeze',
]);

/** The error for a call in the background; null for calls that work there. */
export function refusalInBackground(
  { inactiveWorkbook }: Behaviour,
  className: string,
  method: string,
): ExcelError | null {
  if (inactiveWorkbook === 'allowed' || !NEED_THE_FRONT.has(`${className}.${method}`)) return null;
  const location = `${className}.${method.charAt(0).toLowerCase()}${method.slice(1)}`;
  return workbookIsInactive(inactiveWorkbook, location);
}
