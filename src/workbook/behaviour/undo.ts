/**
 * What an add-in's request does to what a person can undo.
 *
 * - `recorded`: each request that changes cells is one step that can be undone and redone. Some of the API cannot be
 *   undone; a request with such a call ends what could be undone before.
 * - `cleared`: each request that writes ends what could be undone before, as in Excel before ExcelApi 1.19.
 *
 * Here only content and formats of cells can be undone, so more calls than in Excel end what could be undone. Shapes and
 * charts stand outside: in Excel each of their changes is a step, too.
 */
import type { Switch } from './switch';

export const UNDO: Switch<'recorded' | 'cleared'> = {
  readings: ['recorded', 'cleared'],
  sources: [
    'https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-undo-capabilities',
    'https://learn.microsoft.com/javascript/api/excel/excel.runoptions',
    'OfficeDev/office-js-docs-pr#5175',
    'OfficeDev/office-js#3778',
    'OfficeDev/office-js#6170',
  ],
};
