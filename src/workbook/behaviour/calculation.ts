/**
 * When a person lets formulas be calculated: Formulas, Calculation Options.
 *
 * - `automatic`: whenever what they read has changed, as Excel does unless somebody chose otherwise.
 * - `manual`: only when a person or an add-in asks for it. Until then they show what they came to before, and a new one 0.
 *   Excel calculates a formula once when it is entered; here not even that.
 *
 * The first workbook that is opened decides for all. What an add-in sets goes before this.
 */
import type { Switch } from './switch';

export const CALCULATION: Switch<'automatic' | 'manual'> = {
  readings: ['automatic', 'manual'],
  sources: [
    'https://learn.microsoft.com/javascript/api/excel/excel.application',
    'https://learn.microsoft.com/office/troubleshoot/excel/current-mode-of-calculation',
    'OfficeDev/office-js#2770',
  ],
};
