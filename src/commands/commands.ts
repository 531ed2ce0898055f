import type { Session } from '../addin/session';
import { LESSON_4 } from '../notebook/presets/lesson4';

/** Bind the ribbon's buttons; the names are those of the manifest. */
export function bindCommands(session: Session): void {
  bind('lesson4', () => session.newNotebook(LESSON_4));
  bind('nextImage', () => session.nextImage());
  bind('step', () => session.step());
  bind('reset', () => session.reset());
  bind('stop', () => session.stop());
  // A button is done when its event is completed, and a run must not keep Stop waiting.
  bind('run', () => void session.run());
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
