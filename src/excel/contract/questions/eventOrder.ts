import type { Question } from '../question';

/** How long an event may need after an answer that it comes with, in ms. */
const TOGETHER = 400;

export const EVENT_ORDER: Question = {
  name: 'eventOrder',
  question: 'When is the event heard that a request causes: before it is answered, just after, or later?',
  members: ['Worksheet.onChanged', 'ClientRequestContext.sync()'],
  sources: [
    'https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-events',
    'OfficeDev/office-js#521',
    'OfficeDev/office-js#1502',
  ],
  async answer({ context, sheet, listen }) {
    const { events } = await listen(sheet.onChanged, ({ address }) => address);
    sheet.getRange('A1').values = [[1]];
    await context.sync();
    if (events.length) return 'beforeAnswer';
    await new Promise((resolve) => setTimeout(resolve, TOGETHER));
    return events.length ? 'afterAnswer' : 'afterNextAnswer';
  },
};
