import type { Question } from '../question';

export const PROTECTION: Question = {
  name: 'protection',
  question: 'With which error does a write to a protected cell end?',
  members: ['WorksheetProtection.protect()', 'WorksheetProtection.unprotect()', 'Range.values'],
  sources: [
    'https://learn.microsoft.com/office/dev/add-ins/testing/application-specific-api-error-handling',
    'https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-worksheets',
    'OfficeDev/office-js#6784',
  ],
  async answer({ context, sheet, outcome }) {
    const begun = await outcome(() => sheet.protection.protect());
    if (begun !== 'done') return `not protected: ${begun}`;
    const end = await outcome(() => {
      sheet.getRange('A1').values = [[1]];
    });
    sheet.protection.unprotect();
    await context.sync();
    return end;
  },
};
