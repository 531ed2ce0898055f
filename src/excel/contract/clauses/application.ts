import type { Chapter } from '../clause';

export const APPLICATION: Chapter = {
  object: 'Application',
  clauses: [
    {
      name: 'While the screen is not updated, requests do what they do',
      members: ['Application.suspendScreenUpdatingUntilNextSync()', 'RequestContext.application'],
      async check({ context, sheet, read }) {
        context.application.suspendScreenUpdatingUntilNextSync();
        const cell = sheet.getRange('A1');
        cell.values = [[1]];
        return { found: await read(cell, 'values'), promised: [[1]] };
      },
    },
    {
      name: 'What is calculated on request is read right after it, however the person lets formulas be calculated',
      members: ['Application.calculate()'],
      page: 'https://learn.microsoft.com/javascript/api/excel/excel.application#excel-excel-application-calculate-member(1)',
      async check({ context, sheet, read }) {
        sheet.getRange('A1:B1').formulas = [[1, '=A1+1']];
        await context.sync();
        sheet.getRange('A1').values = [[5]];
        context.application.calculate('Recalculate');
        return { found: await read(sheet.getRange('B1'), 'values'), promised: [[6]] };
      },
    },
  ],
};
