/**
 * The code of the error when an add-in changes what is protected: cells, charts and shapes of a protected sheet, the sheets
 * of a workbook whose structure is protected, anything in a workbook that is open for reading only.
 *
 * - `AccessDenied`: as reported for locked cells, also for those that an array leaves alone by null.
 * - `GeneralException`: Excel's code for what it has no code for. It is not known to be the code here.
 */
import type { Switch } from './switch';

export const PROTECTION: Switch<'AccessDenied' | 'GeneralException'> = {
  readings: ['AccessDenied', 'GeneralException'],
  sources: [
    'https://learn.microsoft.com/office/dev/add-ins/testing/application-specific-api-error-handling',
    'https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-worksheets',
    'microsoftgraph/microsoft-graph-docs#4546',
    'OfficeDev/office-js#6784',
  ],
};
