import type { LogRow } from './logRow';

/** What has come of a run since it was asked last. */
export interface Stretch {
  /** The loss of the batch after each of its steps. */
  readonly losses: readonly number[];
  /** What is to be logged, of epochs that ended. */
  readonly rows: readonly LogRow[];
  /** What ended it before its time: the step after the last of these was not taken. */
  readonly fault?: unknown;
  /** Milliseconds that went into steps, and into the evaluation of validation images. */
  readonly spent: Spent;
}

export interface Spent {
  readonly stepping: number;
  readonly evaluating: number;
}

export const NOTHING: Stretch = { losses: [], rows: [], spent: { stepping: 0, evaluating: 0 } };

/** When a run is to be looked after. */
export interface Until {
  /** By `performance.now()`: the next paint is due. */
  readonly paintAt: number;
  /** Has Stop been pressed? */
  isStopped(): boolean;
  /** Is there something, such as Stop or an edit, that does not wait for a paint? */
  isUrgent(): boolean;
  /** Have it told when that may have changed. @returns how to be told no more */
  onChange(listener: () => void): () => void;
}

/** Takes the steps of a run, in this thread or in another; whenever it has told of some, the trainer stands at the last. */
export interface Stepper {
  /** Do paints take their time from the steps? */
  readonly sharesThread: boolean;
  /** Are steps taken while nobody waits for them? */
  readonly isGoing: boolean;
  /**
   * Go on with steps, at most so many from where the trainer stands. Resolves when a paint is due, or all of them are
   * taken, or, not going on any more, when something is urgent.
   */
  advance(most: number, until: Until): Promise<Stretch>;
  /** Go on no more. */
  halt(): Promise<Stretch>;
  /** At the end of a run: evaluate, and give the row that is to be logged. None where nothing was done since the last row. */
  conclude(until: Until): Promise<Stretch>;
  /** It is not needed any more. */
  end(): void;
}
