/**
 * As whose change onChanged tells that a person undid, or redid, what the add-in had written: its `triggerSource`. No page
 * says which; as the add-in's own, it looks like the echo of any of its writes.
 */
import type { Switch } from './switch';

export const UNDO_TOLD: Switch<'ThisLocalAddin' | 'Unknown'> = {
  readings: ['ThisLocalAddin', 'Unknown'],
  sources: [
    'https://learn.microsoft.com/javascript/api/excel/excel.worksheetchangedeventargs',
    'https://learn.microsoft.com/javascript/api/excel/excel.eventtriggersource',
  ],
};
