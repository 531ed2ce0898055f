// Behaviours that are not certain; each is named in one line here.
import type { Question } from '../question';
import { CALCULATION } from './calculation';
import { CELL_EDIT } from './cellEdit';
import { CLIENT } from './client';
import { EDITS } from './edits';
import { EVENT_ORDER } from './eventOrder';
import { FREEZING } from './freezing';
import { LIMITS, LOCALE } from './locale';
import { MERGED_CELLS } from './mergedCells';
import { PROTECTION } from './protection';
import { SORTING } from './sorting';
import { STEP, WRITING } from './speed';
import { TRIGGER_SOURCE } from './triggerSource';
import { UNDO, UNDO_TOLD } from './undo';

/** In the order in which they are asked: those that need a person come last. */
export const QUESTIONS: readonly Question[] = [
  CLIENT,
  TRIGGER_SOURCE,
  EVENT_ORDER,
  SORTING,
  FREEZING,
  CELL_EDIT,
  PROTECTION,
  MERGED_CELLS,
  CALCULATION,
  LOCALE,
  LIMITS,
  WRITING,
  STEP,
  UNDO,
  UNDO_TOLD,
  EDITS,
];
