/**
 * What becomes of calls that need the workbook in front while another workbook is: which these are, host/inactiveWorkbook.ts
 * lists. They are allowed, or fail with the error that the reading is called after.
 */
import type { Switch } from './switch';

export const INACTIVE_WORKBOOK: Switch<
  'InactiveWorkbook' | 'InvalidSelection' | 'GeneralException' | 'allowed'
> = {
  readings: ['InactiveWorkbook', 'InvalidSelection', 'GeneralException', 'allowed'],
  sources: [
    'https://learn.microsoft.com/office/dev/add-ins/testing/application-specific-api-error-handling',
    'OfficeDev/office-js#771',
    'OfficeDev/office-js#561',
    'OfficeDev/office-js#5319',
    'OfficeDev/office-js#6365',
  ],
};
