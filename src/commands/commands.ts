import type { Session } from '../addin/session';
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
  bind('notebookNextImage', () => session.nextImage());
  bind('trainingStep', () => session.step());
  bind('trainingRun', () => session.run());
  bind('trainingStop', async () => session.stop());
  bind('trainingReset', () => session.reset());
}

/** A fault is told in the pane, so whoever pressed a button on the ribbon gets to see the pane. */
async function showFaults(session: Session): Promise<void> {
  // Hosts that cannot open the pane leave it to the person.
  if (session.store.get().errors.length) await Office.addin.showAsTaskpane().catch(() => undefined);
}
