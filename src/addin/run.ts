/** Repaints are at least this far apart, in milliseconds: four a second. */
const REPAINT = 250;
/** Painting a large page takes long: computing gets at least so many times the time of the last repaint. */
const SHARE = 5;
/** Computing gives way this often, in milliseconds, so that Stop, edits and the pane are heard. */
const SLICE = 12;

export interface RunHooks {
  /** One step; may throw. */
  train(): void;
  /** Bring the sheet up to the last finished step. */
  repaint(done: number): Promise<void>;
  /** Has Stop been pressed, or does something else end the run? */
  stopped(): boolean;
  /** Is there something, such as an edit, that a repaint should not wait for? */
  urgent(): boolean;
}

/**
 * Train as many steps as `total` says, also when that changes on the way, repainting now and then, at the latest after the last step. When `train` throws,
 * the last repaint is the caller's.
 */
export async function runSteps(total: () => number, hooks: RunHooks): Promise<void> {
  let done = 0;
  let painting = 0;
  while (done < total() && !hooks.stopped()) {
    const repaintAt = performance.now() + Math.max(REPAINT, SHARE * painting);
    done = await stepUntil(repaintAt, done, total, hooks);
    const from = performance.now();
    await hooks.repaint(done);
    painting = performance.now() - from;
  }
}

async function stepUntil(
  repaintAt: number,
  from: number,
  total: () => number,
  hooks: RunHooks,
): Promise<number> {
  let done = from;
  while (done < total() && performance.now() < repaintAt && !hooks.stopped() && !hooks.urgent()) {
    const sliceEnds = performance.now() + SLICE;
    while (done < total() && performance.now() < sliceEnds && !hooks.urgent()) {
      hooks.train();
      done += 1;
    }
    await breathe();
  }
  return done;
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
