import { Signal } from '../signal';
import type { RunState, SessionState, Store } from '../state';

/** Progress of a command, for the pane, and whether Stop was pressed. */
export class Progress {
  /** Stop was pressed. */
  readonly stopped = new Signal();
  private startedAt = 0;
  private stopping = false;

  constructor(private readonly store: Store<SessionState>) {}

  get isStopped(): boolean {
    return this.stopping;
  }

  stop(): void {
    this.stopping = true;
    this.stopped.send();
  }

  report(unit: RunState['unit'], done: number, total: number): void {
    if (done === 0) this.startedAt = performance.now();
    const seconds = (performance.now() - this.startedAt) / 1000;
    const secondsLeft = seconds > 1 && done ? (seconds / done) * (total - done) : undefined;
    this.store.set({ run: { unit, done, total, secondsLeft } });
  }
}
