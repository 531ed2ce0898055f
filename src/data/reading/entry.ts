// A worker: reads files of numbers, and computes their id, which takes long for many images.
import { DataError } from '../imageSet';
import { setId } from '../store';
import type { Told } from './messages';
import { readTables, type Tables } from './tables';

interface Scope {
  onmessage: ((event: MessageEvent<Tables>) => void) | null;
  postMessage(told: Told, given?: Transferable[]): void;
}

const scope = self as unknown as Scope;

scope.onmessage = ({ data }) => {
  void read(data).catch((error: unknown) => {
    const fault = error instanceof Error ? error.message : String(error);
    const { file, row, column } = error instanceof DataError ? error : {};
    scope.postMessage({ fault, ...(error instanceof DataError && { place: { file, row, column } }) });
  });
};

async function read(tables: Tables): Promise<void> {
  const set = await readTables(tables);
  const id = await setId(set);
  // Given away, not copied.
  const given = new Set([set.pixels.buffer, set.labels.buffer] as ArrayBuffer[]);
  scope.postMessage({ read: { set, id } }, [...given]);
}
