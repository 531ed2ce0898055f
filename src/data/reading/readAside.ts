import { DataError } from '../imageSet';
import { setId } from '../store';
import type { IdentifiedSet, Told } from './messages';
import type { Tables } from './tables';

/**
 * Reads files of numbers in a worker, so that the pane stays responsive and the reading can be cancelled at
 * any moment; where the host allows no worker, here.
 *
 * @throws DataError in words for people, or the signal's reason
 */
export async function readAside(tables: Tables, signal: AbortSignal): Promise<IdentifiedSet> {
  const worker = startWorker();
  const read = worker && (await readIn(worker, tables, signal).finally(() => worker.terminate()));
  return read ?? readHere(tables);
}

function startWorker(): Worker | undefined {
  try {
    return new Worker(new URL('./entry.ts', import.meta.url));
  } catch {
    // No workers here, or none from this address.
    return undefined;
  }
}

/** @returns undefined if the worker could not be loaded */
function readIn(worker: Worker, tables: Tables, signal: AbortSignal): Promise<IdentifiedSet | undefined> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    worker.onerror = () => resolve(undefined);
    worker.onmessage = ({ data }: MessageEvent<Told>) => {
      if ('read' in data) resolve(data.read);
      else if (data.place) reject(new DataError(data.fault, data.place));
      else reject(new Error(data.fault));
    };
    worker.postMessage(tables);
  });
}

async function readHere(tables: Tables): Promise<IdentifiedSet> {
  const { readTables } = await import('./tables');
  const set = await readTables(tables);
  return { set, id: await setId(set) };
}
