import type { Question } from '../question';

export const TRIGGER_SOURCE: Question = {
  name: 'triggerSource',
  question: "As whose change is an add-in's own write told?",
  members: ['WorksheetChangedEventArgs.triggerSource'],
  sources: ['https://learn.microsoft.com/javascript/api/excel/excel.worksheetchangedeventargs'],
  async answer({ context, sheet, listen }) {
    const heard = await listen(sheet.onChanged, ({ triggerSource }) => String(triggerSource));
    sheet.getRange('A1').values = [[1]];
    await context.sync();
    return String((await heard.atLeast(1))[0] ?? 'no event');
  },
};
