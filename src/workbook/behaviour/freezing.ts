/**
 * Whether freezing panes of a sheet in the background activates it, event and all. In Excel for Windows and Mac the sheet
 * that a person sees may stay another one; here it becomes the one that is activated.
 */
import type { Switch } from './switch';

export const FREEZING: Switch<'activates' | 'stays'> = {
  readings: ['activates', 'stays'],
  sources: ['OfficeDev/office-js#3148'],
};
