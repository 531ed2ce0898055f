import type { Question } from '../question';

export const SORTING: Question = {
  name: 'sorting',
  question: 'Which events tell of sorted rows?',
  members: [
    'WorksheetCollection.onRowSorted',
    'WorksheetCollection.onColumnSorted',
    'WorksheetRowSortedEventArgs.address',
    'WorksheetRowSortedEventArgs.source',
    'WorksheetRowSortedEventArgs.worksheetId',
    'WorksheetColumnSortedEventArgs.address',
    'WorksheetColumnSortedEventArgs.source',
    'WorksheetColumnSortedEventArgs.worksheetId',
  ],
  sources: [
    'https://learn.microsoft.com/javascript/api/excel/excel.worksheet#excel-excel-worksheet-onrowsorted-member',
  ],
  async answer({ context, sheet, listen }) {
    const cells = sheet.getRange('A1:A3');
    cells.values = [[3], [1], [2]];
    await context.sync();
    const sorted = await listen(sheet.onRowSorted, ({ address }) => address);
    const changed = await listen(sheet.onChanged, ({ address }) => address);
    cells.sort.apply([{ key: 0, ascending: true }]);
    await context.sync();
    const told = [
      ...(await sorted.atLeast(1)).map((address) => `onRowSorted ${String(address)}`),
      ...changed.events.map((address) => `onChanged ${String(address)}`),
    ];
    return told.join(', ') || 'none';
  },
};
