import type { MessageChannelEnd, WorkerMessage } from './messages';

/** How long a worker may take to load or to answer, in ms; after that, training goes on without it. */
export const WORKER_TIMEOUT = 5000;

/** A running worker, with its error events. */
export interface OpenWorker extends MessageChannelEnd {
  onerror: ((event: ErrorEvent) => unknown) | null;
  onmessageerror: ((event: MessageEvent) => unknown) | null;
  terminate(): void;
}

/** The worker that takes the steps of runs; started when first needed. */
export class WorkerHandle {
  private opened?: Promise<OpenWorker | undefined>;

  /** @param start starts a worker, or resolves to undefined where there can be none */
  constructor(private readonly start: () => Promise<OpenWorker | undefined> = startWorker) {}

  /** The worker, started if necessary; undefined where the host allows none, or it broke. */
  open(): Promise<OpenWorker | undefined> {
    return (this.opened ??= this.start());
  }

  /** Call when it broke: from then on `open` gives undefined. */
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
    const timer = setTimeout(() => resolve(false), WORKER_TIMEOUT);
    const settle = (isThere: boolean) => {
      clearTimeout(timer);
      resolve(isThere);
    };
    worker.onmessage = ({ data }: MessageEvent<WorkerMessage>) => settle(data.tell === 'ready');
    worker.onerror = () => settle(false);
  });
}
