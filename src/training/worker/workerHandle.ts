import type { Line, Tell } from './messages';

/** So long a worker may take to load, or to answer, in milliseconds; then all goes on without it. */
export const PATIENCE = 5000;

/** A worker, and word of its end. */
export interface OpenWorker extends Line {
  onerror: ((event: ErrorEvent) => unknown) | null;
  onmessageerror: ((event: MessageEvent) => unknown) | null;
  terminate(): void;
}

/** The worker that takes the steps of runs. */
export class WorkerHandle {
  private opened?: Promise<OpenWorker | undefined>;

  /** @param start starts one, or finds that there is none */
  constructor(private readonly start: () => Promise<OpenWorker | undefined> = startWorker) {}

  /** The worker, started when it is needed first; undefined where the host allows none, or it broke. */
  open(): Promise<OpenWorker | undefined> {
    return (this.opened ??= this.start());
  }

  /** It broke: from now on all goes on without it. */
  giveUp(): void {
    void this.opened?.then((worker) => worker?.terminate());
    this.opened = Promise.resolve(undefined);
  }
}

async function startWorker(): Promise<OpenWorker | undefined> {
  try {
    const worker: OpenWorker = new Worker(new URL('./entry.ts', import.meta.url));
    if (await isReady(worker)) return worker;
    worker.terminate();
  } catch {
    // No workers here, or none from this address.
  }
  return undefined;
}

function isReady(worker: OpenWorker): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), PATIENCE);
    const settle = (isThere: boolean) => {
      clearTimeout(timer);
      resolve(isThere);
    };
    worker.onmessage = ({ data }: MessageEvent<Tell>) => settle(data.tell === 'ready');
    worker.onerror = () => settle(false);
  });
}
