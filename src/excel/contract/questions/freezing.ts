import type { Question } from '../question';

export const FREEZING: Question = {
  name: 'freezing',
  question: 'Does freezing panes of a sheet in the background activate it?',
  members: ['WorksheetFreezePanes.freezeRows()'],
  sources: ['OfficeDev/office-js#3148'],
  async answer({ context, sheet, addSheet, read }) {
    const other = addSheet();
    sheet.activate();
    await context.sync();
    other.load('id').freezePanes.freezeRows(1);
    const active = await read(context.workbook.worksheets.getActiveWorksheet(), 'id');
    return active === other.id ? 'activates' : 'stays';
  },
};
