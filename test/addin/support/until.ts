import type { SessionState } from '../../../src/addin/state';
import type { Sheet } from './sheet';

/** Resolves as soon as what the pane shows is what is waited for. */
export function until({ session }: Sheet, holds: (state: SessionState) => boolean): Promise<void> {
  const { store } = session;
  return new Promise((resolve) => {
    const look = () => {
      if (!holds(store.get())) return;
      stop();
      resolve();
    };
    const stop = store.subscribe(look);
    look();
  });
}

/** Resolves when a run has shown so many steps more than it had taken by now. */
export function stepsLater(sheet: Sheet, count: number): Promise<void> {
  const before = sheet.session.store.get().notebook!.step;
  return until(sheet, ({ notebook }) => notebook!.step >= before + count);
}
