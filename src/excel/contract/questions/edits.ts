import { SKIPPED, type Question } from '../question';

export const EDITS: Question = {
  name: 'edits',
  question: 'Is a choice from a list told?',
  members: ['DataValidation.rule', 'Worksheet.onChanged'],
  sources: ['OfficeDev/office-js#420', 'OfficeDev/office-js#3888', 'OfficeDev/office-js#4066'],
  needs: (sheet) =>
    `On the sheet '${sheet}', which is open now, choose "Adam" from the list in A1, and type 5 into A2. Then press Done.`,
  async answer({ context, sheet, read, listen }, help) {
    sheet.activate();
    sheet.getRange('A1').dataValidation.rule = { list: { inCellDropDown: true, source: 'SGD,Adam' } };
    sheet.getRange('A1').select();
    await context.sync();
    const heard = await listen(sheet.onChanged, ({ address }) => address);
    if (!(await help())) return SKIPPED;
    const values = (await read(sheet.getRange('A1:A2'), 'values')) as unknown[][];
    if (values[0][0] !== 'Adam' || values[1][0] !== 5) return SKIPPED;
    const told = await heard.atLeast(2);
    if (told.includes('A1')) return 'told';
    return told.includes('A2') ? 'choicesUntold' : 'untold';
  },
};
