/**
 * Which Excel runs the add-in. office.js asks when it starts, and loads a library of that client.
 *
 * - `windows`: Excel for Windows.
 * - `mac`: Excel for Mac, as before add-ins ran in WebKit's sandbox; later the library asks the sandbox instead.
 *
 * Excel on the web is none of them: its library asks the frame around the pane, which must have an address of Office's.
 */
import type { Switch } from './switch';

export const CLIENT: Switch<'windows' | 'mac'> = {
  readings: ['windows', 'mac'],
  sources: [
    'https://learn.microsoft.com/javascript/api/office/office.platformtype',
    'https://learn.microsoft.com/office/dev/add-ins/concepts/browsers-used-by-office-web-add-ins',
  ],
};
