import type { Question } from '../question';

export const MERGED_CELLS: Question = {
  name: 'mergedCells',
  question: 'What becomes of a number written into the second of two merged cells?',
  members: ['Range.merge()', 'Range.unmerge()', 'Range.values'],
  sources: ['https://learn.microsoft.com/javascript/api/excel/excel.range', 'OfficeDev/office-js#1590'],
  async answer({ context, sheet, read, outcome }) {
    const cells = sheet.getRange('A1:B1');
    cells.merge();
    await context.sync();
    const end = await outcome(() => {
      sheet.getRange('B1').values = [[5]];
    });
    if (end !== 'done') return `it is refused: ${end}`;
    cells.unmerge();
    await context.sync();
    const [[, second]] = (await read(cells, 'values')) as unknown[][];
    return second === 5 ? 'kept' : 'ignored';
  },
};
