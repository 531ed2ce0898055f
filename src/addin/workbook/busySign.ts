import type { SessionState, Store } from '../state';

/** Whoever waits for longer is told for what, in ms. */
const NOTICED_MS = 500;

/** Tells the pane which command is under way, once that takes long enough to be noticed. */
export class BusySign {
  constructor(private readonly store: Store<SessionState>) {}

  /** @returns to be called when the command has ended */
  begin(name: string): () => void {
    const timer = setTimeout(() => this.store.set({ busy: name }), NOTICED_MS);
    return () => {
      clearTimeout(timer);
      if (this.store.get().busy !== undefined) this.store.set({ busy: undefined });
    };
  }
}
