/**
 * Whether onChanged tells that a person merged cells, which empties all of them but the first. The documentation
 * names no event for it. Undo, which brings the others back, is told of like any undo.
 */
import type { Switch } from './switch';

export const MERGING: Switch<'untold' | 'told'> = {
  readings: ['untold', 'told'],
  sources: ['https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-events'],
};
