import type { Question } from '../question';

export const EVENT_ORDER: Question = {
  name: 'eventOrder',
  question:
    'When is the event heard that a request causes: before its answer, before the next one, or later?',
  members: ['Worksheet.onChanged', 'ClientRequestContext.sync()'],
  sources: [
    'https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-events',
    'OfficeDev/office-js#521',
    'OfficeDev/office-js#1502',
  ],
  async answer({ context, sheet, read, listen }) {
    const { events } = await listen(sheet.onChanged, ({ address }) => address);
    sheet.getRange('A1').values = [[1]];
    await context.sync();
    if (events.length) return 'beforeAnswer';
    await read(sheet, 'name');
    return events.length ? 'afterAnswer' : 'afterNextAnswer';
  },
};
