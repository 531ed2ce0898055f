/**
 * Whether a person's edits are told of by onChanged.
 *
 * - `told`: all are, as the documentation has it.
 * - `choicesUntold`: edits of single cells with a list to choose from are not. Choices came without an event in Excel on
 *   Windows and on the web. (There an entry that is typed into such a cell is told of; here a choice is not told from it.)
 * - `untold`: none is. No Excel is known to be so, but an add-in that is right here is right whatever is kept from it.
 */
import type { Switch } from './switch';

export const EDITS: Switch<'told' | 'choicesUntold' | 'untold'> = {
  readings: ['told', 'choicesUntold', 'untold'],
  sources: [
    'https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-events',
    'OfficeDev/office-js#420',
    'OfficeDev/office-js#3888',
    'OfficeDev/office-js#4066',
  ],
};
