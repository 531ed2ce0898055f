// The ribbon: each button of the manifest runs one command of the session. Knows addin and what that knows; the pane's
// index.tsx calls it, since pane and ribbon share one page.
import { newNotebook } from '../addin/commands/createNotebook';
import { SHOW_IMAGES } from '../addin/commands/images/imageCommands';
import { NEW_SEED, NEXT_IMAGE, RESET, STEP } from '../addin/commands/train';
import type { Session } from '../addin/session';
import type { Command } from '../addin/workbook/pipeline';
import { STARTERS } from '../notebook/presets';
import { LESSON_4 } from '../notebook/presets/lesson4';

/**
 * Bind the ribbon's buttons; the names are those of the manifest. They are long because office.js looks for
 * a function of the window first: one called "stop" would stop the loading of the page.
 */
export function bindCommands(session: Session): void {
  for (const [name, command] of Object.entries(commandsOf(session)))
    bind(session, name, () => session.perform(command));
  bind(session, 'trainingStop', async () => session.stop());
  bind(session, 'explainToggle', () => session.explaining.toggle().then(() => showSection(session)));
}

/** By the names of the manifest. */
function commandsOf(session: Session): Readonly<Record<string, Command>> {
  const { models, runs, formulas, evaluation, matrices, filters } = session;
  return {
    notebookLesson4: newNotebook(LESSON_4),
    ...Object.fromEntries(STARTERS.map(({ command, spec }) => [command, newNotebook(spec)])),
    notebookNextImage: NEXT_IMAGE,
    modelShow: models.show,
    modelBuild: models.build,
    trainingStep: STEP,
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
    // At once: Excel keeps the next button waiting until the last one's event is completed, and Stop cannot wait.
    event.completed();
  });
}

/** What a button turned on in the pane is to be seen. */
async function showSection(session: Session): Promise<void> {
  if (session.store.get().explanation) await Office.addin.showAsTaskpane().catch(() => undefined);
}

/** A fault is told in the pane, and a question asked there, so whoever pressed a button on the ribbon gets to see the pane. */
async function showFaults(session: Session): Promise<void> {
  // Hosts that cannot open the pane leave it to the person.
  const { errors, question } = session.store.get();
  if (errors.length || question) await Office.addin.showAsTaskpane().catch(() => undefined);
}
