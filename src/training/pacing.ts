import type { Stepper } from './stepper';

/** Paints are at least this far apart, in milliseconds: four a second. */
const PAINT = 250;
/** Where steps go on in another thread, the pane is at rest for so many times as long as it painted. */
const REST = 1.3;
/** Painting a large page takes long: where it takes the time of steps, those get so many times as much as the last paint. */
const SHARE = 10;

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
