/**
 * When the events that a request causes are heard. Nothing is documented but that they are.
 *
 * - `beforeAnswer`: handlers are called before the request is answered.
 * - `afterAnswer`: just after that.
 * - `afterNextAnswer`: events, those of a person's edits, too, are heard only when another request has been answered, or
 *   none has come for a while. In Excel for Windows they came many seconds late.
 */
import type { Switch } from './switch';

export const EVENT_ORDER: Switch<'beforeAnswer' | 'afterAnswer' | 'afterNextAnswer'> = {
  readings: ['beforeAnswer', 'afterAnswer', 'afterNextAnswer'],
  sources: [
    'https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-events',
    'OfficeDev/office-js#521',
    'OfficeDev/office-js#1502',
  ],
};
