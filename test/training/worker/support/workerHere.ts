import type { WorkerRequest } from '../../../../src/training/worker/messages';
import type { OpenWorker } from '../../../../src/training/worker/workerHandle';
import { serve } from '../../../../src/training/worker/workerServer';

/** Runs the worker's own code in this process; all that passes between is copied or handed over as between threads. */
export class WorkerHere implements OpenWorker {
  onmessage: OpenWorker['onmessage'] = null;
  onerror: OpenWorker['onerror'] = null;
  onmessageerror: OpenWorker['onmessageerror'] = null;
  private readonly channel = new MessageChannel();

  constructor() {
    const { port1, port2 } = this.channel;
    port1.onmessage = (event) => this.onmessage?.(event);
    serve(port2);
  }

  postMessage(message: unknown, lent: Transferable[]): void {
    this.channel.port1.postMessage(message, lent);
  }

  /** A thread would end at once; what runs here is asked to, and heard no more. */
  terminate(): void {
    this.onmessage = null;
    this.postMessage({ ask: 'halt', isStop: true } satisfies WorkerRequest, []);
    this.channel.port1.close();
  }
}

/** From now on, what starts a worker gets one that runs here. @returns those that were started */
export function workersHere(): readonly WorkerHere[] {
  const workers: WorkerHere[] = [];
  const constructed = class extends WorkerHere {
    constructor() {
      super();
      workers.push(this);
    }
  };
  Object.assign(globalThis, { Worker: constructed });
  return workers;
}
