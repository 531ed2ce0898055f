/**
 * Where Excel's behaviour is not certain, or differs between its versions: a table of named switches.
 *
 * behaviour/ is for what this workbook can be told to do as one Excel or another does it. It imports no floor; every
 * floor but addresses/ may import it. A switch is one file, named in one line of the table.
 */
import { CALCULATION } from './calculation';
import { CELL_EDIT } from './cellEdit';
import { CLIENT } from './client';
import { EDITS } from './edits';
import { EVENT_ORDER } from './eventOrder';
import { FREEZING } from './freezing';
import { INACTIVE_WORKBOOK } from './inactiveWorkbook';
import { LOCALE } from './locale';
import { MERGED_CELLS } from './mergedCells';
import { MERGING } from './merging';
import { PROTECTION } from './protection';
import { UNDO } from './undo';
import { UNDO_TOLD } from './undoTold';

export const SWITCHES = {
  calculation: CALCULATION,
  cellEdit: CELL_EDIT,
  client: CLIENT,
  edits: EDITS,
  eventOrder: EVENT_ORDER,
  freezing: FREEZING,
  inactiveWorkbook: INACTIVE_WORKBOOK,
  locale: LOCALE,
  mergedCells: MERGED_CELLS,
  merging: MERGING,
  protection: PROTECTION,
  undo: UNDO,
  undoTold: UNDO_TOLD,
};
