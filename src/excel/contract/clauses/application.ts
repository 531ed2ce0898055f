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
  ],
};
