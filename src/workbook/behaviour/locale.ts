/**
 * How numbers are written in the person's Windows: which sign stands before decimals, and which one between arguments.
 *
 * - `decimalPoint`: as in the United States.
 * - `decimalComma`: as in Germany or France. "0,5" is typed for a half, "1.5" is May 1, =SUM(0,5;2) a sum. What an add-in
 *   writes as values, formulas or number formats is read as in the United States, as documented; whether the text of a
 *   number in a conditional format is, is not: here such a text with decimals is refused.
 *
 * Range.formulasLocal and numberFormatLocal, which are written by the person's signs, are refused by name under both.
 *
 * Neither is stricter than the other. Lists in names are known to be read by the person's own signs.
 */
import type { Switch } from './switch';

export const LOCALE: Switch<'decimalPoint' | 'decimalComma'> = {
  readings: ['decimalPoint', 'decimalComma'],
  sources: [
    'https://learn.microsoft.com/javascript/api/excel/excel.range',
    'https://learn.microsoft.com/javascript/api/excel/excel.conditionalcolorscalecriterion',
    'OfficeDev/office-js#2891',
  ],
};
