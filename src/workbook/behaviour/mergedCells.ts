/**
 * What becomes of content that an add-in writes into merged cells, but for the first of them, which alone is seen.
 *
 * - `ignored`: nothing, without an error, as reported for other programs that write (sbroenne/mcp-server-excel#831).
 * - `kept`: they hold it unseen, as they do what is pasted as formulas (https://support.microsoft.com/kb/983435).
 */
import type { Switch } from './switch';

export const MERGED_CELLS: Switch<'ignored' | 'kept'> = {
  readings: ['ignored', 'kept'],
  sources: ['https://learn.microsoft.com/javascript/api/excel/excel.range', 'OfficeDev/office-js#1590'],
};
