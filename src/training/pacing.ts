import type { Stepper } from './stepper';

/** Shortest time between two paints, in ms: four a second. */
const PAINT_INTERVAL = 250;
/** When a worker takes the steps, the pane rests this many times as long as the last paint took. */
const REST_FACTOR = 1.3;
/** When the pane's thread takes the steps itself, they get this many times as long as the last paint took. */
const STEPPING_FACTOR = 10;

/** Decides when a run is painted: the longer a paint takes, the less often. */
export class PaintPacing {
  private readonly began = performance.now();
  private ended = this.began;
  private took = 0;

  constructor(private readonly stepper: Pick<Stepper, 'sharesThread' | 'isRunning'>) {}

  get nextAt(): number {
    const { ended, took } = this;
    if (this.stepper.sharesThread) return ended + Math.max(PAINT_INTERVAL, STEPPING_FACTOR * took);
    return ended + Math.max(PAINT_INTERVAL - took, REST_FACTOR * took);
  }

  /** Whether to skip the paint after `done` of `total` steps because the last one is about to follow. */
  skips(done: number, total: number): boolean {
    const now = performance.now();
    const left = ((now - this.began) / done) * (total - done);
    if (!this.stepper.isRunning || left > Math.max(PAINT_INTERVAL, this.took)) return false;
    this.ended = now;
    return true;
  }

  async of(painting: () => Promise<void>): Promise<void> {
    const from = performance.now();
    await painting();
    // While a worker goes on, the time this thread needs to finish what the paint has left it counts as well.
    if (this.stepper.isRunning) await whenIdle();
    this.ended = performance.now();
    this.took = this.ended - from;
  }
}

/** Resolves when this thread is idle, or after a short wait. */
function whenIdle(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in globalThis)
      requestIdleCallback(() => resolve(), { timeout: PAINT_INTERVAL });
    else setTimeout(resolve);
  });
}

/** Lets waiting events run. Uses a message, since timers are throttled in hidden panes. */
export function yieldToEvents(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
