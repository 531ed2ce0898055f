// The ribbon: each button of the manifest runs one command of the session. Knows addin and what that knows; the pane's
// index.tsx calls it, since pane and ribbon share one page.
import { ADOPT } from '../addin/commands/adopt/adoptCommand';
import { newNotebook } from '../addin/commands/createNotebook';
import { REPAIR } from '../addin/commands/repair/repairCommand';
import { SHOW_IMAGES } from '../addin/commands/images/imageCommands';
import { NEW_SEED, NEXT_IMAGE, RESET, STEP } from '../addin/commands/train';
import { STEP_BACK } from '../addin/commands/stepBack';
import type { Session } from '../addin/session';
import type { Command } from '../addin/workbook/pipeline';
import { STARTERS } from '../notebook/presets';
import { LESSON_4 } from '../notebook/presets/lesson4';
import { saveFile } from '../taskpane/saveFile';

/**
 * Binds the ribbon's buttons under the names in the manifest. These are long because office.js first looks
 * for a global function of that name: "stop" would be window.stop, which stops loading the page.
 */
export function bindCommands(session: Session): void {
  for (const [name, command] of Object.entries(commandsOf(session)))
    bind(session, name, () => session.perform(command));
  bind(session, 'trainingStop', async () => session.stop());
  bind(session, 'workbookSaveCopy', () => saveCopy(session));
  bind(session, 'explainToggle', () => session.explaining.toggle().then(() => showExplanation(session)));
}

/** Commands by their names in the manifest. */
function commandsOf(session: Session): Readonly<Record<string, Command>> {
  const { models, runs, formulas, evaluation, matrices, filters } = session;
  return {
    notebookLesson4: newNotebook(LESSON_4),
    ...Object.fromEntries(STARTERS.map(({ command, spec }) => [command, newNotebook(spec)])),
    notebookAdopt: ADOPT,
    notebookRepair: REPAIR,
    notebookNextImage: NEXT_IMAGE,
    modelShow: models.show,
    modelBuild: models.build,
    trainingStep: STEP,
    trainingStepBack: STEP_BACK,
    trainingRun: runs.run,
    trainingRunEpoch: runs.runEpoch,
    trainingReset: RESET,
    trainingNewSeed: NEW_SEED,
    formulasShow: formulas.toggle('values'),
    formulasGradients: formulas.toggle('gradients'),
    imagesShow: SHOW_IMAGES,
    imagesEvaluate: evaluation.evaluate,
    matrixShow: matrices.show,
    filtersShow: filters.showSheet,
  };
}

function bind(session: Session, name: string, press: () => Promise<void>): void {
  Office.actions.associate(name, (event: Office.AddinCommands.Event) => {
    void press().then(() => showFaults(session));
    // Completed at once: Excel delays the next button until the last event is completed, and Stop cannot
    // wait.
    event.completed();
  });
}

/** The pane's page, in which ribbon commands run, too, has the browser save the file. */
async function saveCopy({ copies }: Session): Promise<void> {
  const copy = await copies.make();
  if (copy) saveFile(copy.name, copy.content);
}

/** Shows the pane, which explains what the frames on the sheet show. */
async function showExplanation(session: Session): Promise<void> {
  if (session.store.get().isFraming) await Office.addin.showAsTaskpane().catch(() => undefined);
}

/** Shows the pane if there are faults or questions after a button on the ribbon was pressed. */
async function showFaults(session: Session): Promise<void> {
  // Where the pane cannot be opened by code, the user opens it.
  const { errors, question } = session.store.get();
  if (errors.length || question) await Office.addin.showAsTaskpane().catch(() => undefined);
}
