import type { LogRow } from './logRow';

/** Paints are at least this far apart, in milliseconds: four a second. */
const PAINT = 250;
/** Where steps go on in another thread, the pane is at rest for so many times as long as it painted. */
const REST = 1.3;
/** Painting a large page takes long: where it takes the time of steps, those get so many times as much as the last paint. */
const SHARE = 10;

/** What has come of a run since it was asked last. */
export interface Stretch {
  /** The loss of the batch after each of its steps. */
  readonly losses: readonly number[];
  /** What is to be logged, of epochs that ended. */
  readonly rows: readonly LogRow[];
  /** What ended it before its time: the step after the last of these was not taken. */
  readonly fault?: unknown;
  /** Milliseconds that went into steps, and into the judging of validation images. */
  readonly spent: Spent;
}

export interface Spent {
  readonly stepping: number;
  readonly judging: number;
}

export const NOTHING: Stretch = { losses: [], rows: [], spent: { stepping: 0, judging: 0 } };

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
  /** At the end of a run: judge, and give the row that is to be logged. None where nothing was done since the last row. */
  conclude(until: Until): Promise<Stretch>;
  /** It is not needed any more. */
  end(): void;
}

/** When a run is painted: the slower that is, the less often. */
export class Pace {
  private readonly began = performance.now();
  private ended = this.began;
  private took = 0;

  constructor(private readonly stepper: Pick<Stepper, 'sharesThread' | 'isGoing'>) {}

  get nextAt(): number {
    const { ended, took } = this;
    if (this.stepper.sharesThread) return ended + Math.max(PAINT, SHARE * took);
    return ended + Math.max(PAINT - took, REST * took);
  }

  /** Is the end so near, after `done` of `total` steps, that its paint would only have to wait for this one? */
  skips(done: number, total: number): boolean {
    const now = performance.now();
    const left = ((now - this.began) / done) * (total - done);
    if (!this.stepper.isGoing || left > Math.max(PAINT, this.took)) return false;
    this.ended = now;
    return true;
  }

  async of(painting: () => Promise<void>): Promise<void> {
    const from = performance.now();
    await painting();
    // Where the steps go on all the same, what the painting leaves for this thread to do counts, too.
    if (this.stepper.isGoing) await rested();
    this.ended = performance.now();
    this.took = this.ended - from;
  }
}

/** Resolves when this thread has nothing else to do, or soon. */
function rested(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => resolve(), { timeout: PAINT });
    else setTimeout(resolve);
  });
}

/** Let waiting events run. A message comes back at once, where timers are slowed down in hidden panes. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
