/**
 * What becomes of a request that comes while a person is typing into a cell.
 *
 * - `fails`: it fails with InvalidOperationInCellEditMode, unless Excel.run was told `delayForCellEdit`; then it waits.
 * - `alwaysFails`: so does one with `delayForCellEdit`, as in an Excel without the requirement set DelayForCellEdit:
 *   office.js then does not even send the option.
 * - `waits`: every request waits.
 *
 * Nothing of a request that fails is done. The option crosses the wire as bit 64 of the request's flags.
 */
import type { Switch } from './switch';

export const CELL_EDIT: Switch<'fails' | 'alwaysFails' | 'waits'> = {
  readings: ['fails', 'alwaysFails', 'waits'],
  sources: [
    'https://learn.microsoft.com/javascript/api/excel/excel.runoptions',
    'https://learn.microsoft.com/office/dev/add-ins/testing/application-specific-api-error-handling',
    'OfficeDev/office-js#625',
    'OfficeDev/office-js#3388',
  ],
};
