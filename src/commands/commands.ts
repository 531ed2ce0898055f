import type { Session } from '../addin/session';
import { STARTERS } from '../notebook/presets';
import { LESSON_4 } from '../notebook/presets/lesson4';

/**
 * Bind the ribbon's buttons; the names are those of the manifest. They are long because office.js looks for
 * a function of the window first: one called "stop" would stop the loading of the page.
 */
export function bindCommands(session: Session): void {
  const bind = (name: string, command: () => Promise<void>) =>
    Office.actions.associate(name, (event: Office.AddinCommands.Event) => {
      void command().then(() => showFaults(session));
      // At once: Excel keeps the next button waiting until the last one's event is completed, and Stop cannot wait.
      event.completed();
    });
  bind('notebookLesson4', () => session.newNotebook(LESSON_4));
  for (const { command, spec } of STARTERS) bind(command, () => session.newNotebook(spec));
  bind('notebookNextImage', () => session.nextImage());
  bind('modelShow', () => session.models.show());
  bind('modelBuild', () => session.models.build());
  bind('trainingStep', () => session.step());
  bind('trainingRun', () => session.run());
  bind('trainingRunEpoch', () => session.runEpochs());
  bind('trainingStop', async () => session.stop());
  bind('trainingReset', () => session.reset());
  bind('trainingNewSeed', () => session.newSeed());
  bind('formulasShow', () => session.formulas.toggle('values'));
  bind('formulasGradients', () => session.formulas.toggle('gradients'));
  bind('explainToggle', () => session.explaining.toggle().then(() => showSection(session)));
  bind('imagesShow', () => session.data.showData());
  bind('imagesEvaluate', () => session.judging.evaluate());
  bind('matrixShow', () => session.matrices.show());
  bind('filtersShow', () => session.filters.showSheet());
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
