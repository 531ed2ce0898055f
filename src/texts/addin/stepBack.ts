import { whole } from '../format';
import { inLanguage } from '../language';

/** Step back. */
export const stepBackTexts = inLanguage({
  en: {
    noStep: 'No step has been taken yet. Press Step first; Step back then takes it back.',
    tooFar: (step: number) =>
      `Step ${whole(step)} cannot be taken back: steps further back than fits into memory are no longer known, nor steps ` +
      'before the workbook was opened where they did not fit into it. Excel may still undo it with Ctrl+Z.',
    /** @param wasEdited whether weights were typed since */
    isBack: (step: number, wasEdited: boolean) =>
      `Step ${whole(step)} is taken back: weights, memory and counters are those before it.` +
      (wasEdited ? ' What was typed into weights since is gone with it; Undo brings it back.' : ''),
    again: (step: number) => `Step ${whole(step)} is back.`,
  },
});
