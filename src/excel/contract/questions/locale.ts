import type { Question } from '../question';

export const LOCALE: Question = {
  name: 'locale',
  question: 'Which sign stands before decimals where a person types?',
  members: ['Application.decimalSeparator', 'RequestContext.application'],
  sources: [
    'https://learn.microsoft.com/javascript/api/excel/excel.application#excel-excel-application-decimalseparator-member',
  ],
  async answer({ context, read }) {
    const sign = String(await read(context.application, 'decimalSeparator'));
    return READINGS[sign] ?? `"${sign}"`;
  },
};

const READINGS: Readonly<Record<string, string>> = { '.': 'decimalPoint', ',': 'decimalComma' };

export const LIMITS: Question = {
  name: 'limits',
  question: 'What becomes of the limit 1.5 of a colour scale?',
  members: ['ColorScaleConditionalFormat.criteria'],
  sources: [
    'https://learn.microsoft.com/javascript/api/excel/excel.conditionalcolorscalecriterion',
    'OfficeDev/office-js#2891',
  ],
  async answer({ sheet, read }) {
    const { colorScale } = sheet.getRange('A1').conditionalFormats.add('ColorScale');
    colorScale.criteria = {
      minimum: { type: 'Number', formula: '0', color: '#FFFFFF' },
      maximum: { type: 'Number', formula: '1.5', color: '#FF0000' },
    };
    const { maximum } = (await read(colorScale, 'criteria')) as Excel.ConditionalColorScaleCriteria;
    return `it is read back as ${maximum.formula}`;
  },
};
