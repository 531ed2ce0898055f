import type { Question } from '../question';

export const CALCULATION: Question = {
  name: 'calculation',
  question: 'When are formulas calculated in this workbook?',
  members: ['Application.calculationMode', 'Application.load()', 'Workbook.application'],
  sources: [
    'https://learn.microsoft.com/javascript/api/excel/excel.application#excel-excel-application-calculationmode-member',
    'OfficeDev/office-js#2770',
  ],
  async answer({ context, read }) {
    return String(await read(context.workbook.application, 'calculationMode')).toLowerCase();
  },
};
