import type { LogRow } from './logRow';

/** Progress of a run since it was last asked for. */
export interface RunProgress {
  /** The batch loss after each step. */
  readonly losses: readonly number[];
  /** Log rows of the epochs that ended. */
  readonly rows: readonly LogRow[];
  /** The error that ended the run early, if any: the step after these was not taken. */
  readonly fault?: unknown;
  /** Time spent on steps and on evaluating validation images, in ms. */
  readonly spent: TimeSpent;
}

export interface TimeSpent {
  readonly stepping: number;
  readonly evaluating: number;
}

export const NO_PROGRESS: RunProgress = { losses: [], rows: [], spent: { stepping: 0, evaluating: 0 } };

/** Tells a stepper when to return to its caller. */
export interface RunSignals {
  /** When the next paint is due, on the clock of `performance.now()`. */
  readonly paintAt: number;
  /** Whether Stop has been pressed. */
  isStopped(): boolean;
  /** Whether something cannot wait for the next paint, such as Stop or an edit. */
  isUrgent(): boolean;
  /**
   * Calls the listener whenever `isStopped` or `isUrgent` may have changed. @returns a function that
   * unsubscribes it
   */
  onChange(listener: () => void): () => void;
}

/**
 * Takes the steps of a run, in this thread or in a worker. Whenever it reports progress, the trainer is at
 * the last step reported.
 */
export interface Stepper {
  /** Whether painting and stepping compete for the same thread. */
  readonly sharesThread: boolean;
  /** Whether steps go on in the background, even while nobody awaits them. */
  readonly isRunning: boolean;
  /**
   * Takes at most `most` steps from where the trainer is. Resolves when a paint is due or all of them are
   * taken; or when something is urgent, and then the steps have halted.
   */
  advance(most: number, until: RunSignals): Promise<RunProgress>;
  /** Halts the steps. */
  halt(): Promise<RunProgress>;
  /**
   * At the end of a run: evaluates, and returns the last log row. No row if there was no step since the one
   * before.
   */
  finish(until: RunSignals): Promise<RunProgress>;
  /** Frees what it holds; call when it is no longer needed. */
  dispose(): void;
}
