import type { Session } from '../addin/session';
import { LESSON_4 } from '../notebook/presets/lesson4';

/**
 * Bind the ribbon's buttons; the names are those of the manifest. They are long because office.js looks for
 * a function of the window first: one called "stop" would stop the loading of the page.
 */
export function bindCommands(session: Session): void {
  bind('notebookLesson4', () => session.newNotebook(LESSON_4));
  bind('notebookNextImage', () => session.nextImage());
  bind('trainingStep', () => session.step());
  bind('trainingReset', () => session.reset());
  bind('trainingStop', () => session.stop());
  // A button is done when its event is completed, and a run must not keep Stop waiting.
  bind('trainingRun', () => void session.run());
}

function bind(name: string, command: () => Promise<void> | void): void {
  Office.actions.associate(name, async (event: Office.AddinCommands.Event) => {
    try {
      await command();
    } finally {
      event.completed();
    }
  });
}
