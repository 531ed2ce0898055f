import type { Reading } from '../../excel/read/reading';
import type { LogRow } from '../../training/logRow';
import type { Journal } from '../../training/journal/journal';
import { keepTraining } from '../../training/keepTraining';
import { faultTexts } from '../../texts/addin/faults';
import { stepBackTexts } from '../../texts/addin/stepBack';
import { NotebookError, refuseWithoutImages } from '../faults';
import { loaded } from '../loaded';
import type { LiveNotebook } from '../workbook/notebook/liveNotebook';
import type { Change } from '../workbook/pipeline';
import { isTrained, overwrite } from './train';

/** Takes the last step back, from the notebook's own journal: exact to the bit, many times in a row. */
export const STEP_BACK: Change = {
  name: 'Step back',
  whileRunning: 'refuse',
  async change(notebook, reading, context) {
    const { trainer } = notebook;
    const { unlogged } = notebook.past;
    const { step } = trainer;
    if (step === 0) throw new NotebookError(stepBackTexts.noStep);
    // Steps are taken once more, with images and settings of then.
    if (trainer.images.isMissing) refuseWithoutImages(trainer);
    const journal = await notebook.openJournal(context);
    if (!journal) throw new NotebookError(faultTexts.notLoaded);
    if (!journal.reaches(step - 1)) throw new NotebookError(stepBackTexts.tooFar(step));
    const bringBack = keepTraining(trainer);
    const all = (cells: Reading) => overwrite(notebook, cells, ({ block }) => isTrained(block));
    const force = all(reading);
    const row = await takeBackLog(context, notebook, journal, step);
    const wasEdited = await journal.goBack(step - 1, () => new Promise((resolve) => setTimeout(resolve)));
    return {
      force,
      isBack: true,
      notice: stepBackTexts.isBack(step, wasEdited),
      undo(then) {
        bringBack();
        if (row) unlogged.push(row);
        return { force: all(then), losses: [trainer.batchLoss], notice: stepBackTexts.again(step) };
      },
    };
  },
};

/** Takes back the row of the log that ends with this step, whether it is written or still to be. */
async function takeBackLog(
  context: Excel.RequestContext,
  { record, past: { unlogged } }: LiveNotebook,
  journal: Journal,
  step: number,
): Promise<LogRow | undefined> {
  if (unlogged.at(-1)?.step === step) return unlogged.pop();
  if (!journal.mayHaveRow(step) || !record.extras?.log) return undefined;
  const { takeBackRow } = await loaded(import('../../excel/sheets/log/takeBackRow'));
  return takeBackRow(context, record.extras.log, step);
}
