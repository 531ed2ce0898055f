/** A co-author: another client of Excel that has the same workbook open, with an office.js of its own in a window of its own. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Addin } from '../../../src/workbook/host/connection';
import { loadOfficeInto } from './officeLibrary';

type OfficeWindow = Window & {
  readonly Excel: typeof Excel;
  readonly _richApiNativeBridge: {
    onMessageFromHost: (text: string) => void;
    sendMessageToHost: (text: string) => void;
  };
};

export interface Coauthor {
  /** The number of the client, as `grid.clients` has it. */
  readonly client: number;
  /** Runs what belongs to this client, with all that follows from it: its `Excel.run` is that of its own office.js. */
  within<T>(work: () => T): T;
  /** Requests so far. */
  readonly batches: () => number;
  /** Those of them that set values of cells. */
  readonly writes: () => number;
  idle(): Promise<void>;
  leave(): void;
}

/** Whose code is running; undefined is the client of the test's own window. */
const running = new AsyncLocalStorage<OfficeWindow | undefined>();
let next = 1;

/** @param open makes the add-in's connection for the client with a number */
export async function openCoauthor(open: (client: number) => Addin): Promise<Coauthor> {
  const client = next++;
  const frame = document.createElement('iframe');
  document.body.append(frame);
  const own = frame.contentWindow as unknown as OfficeWindow;
  const addin = open(client);
  addin.attach(own as unknown as Window);
  await loadOfficeInto(own as unknown as Window & typeof globalThis);
  shareExcel();
  hearAs(undefined, window as unknown as OfficeWindow);
  hearAs(own, own);
  const writes = countWrites(own);
  return {
    client,
    within: (work) => running.run(own, work),
    batches: () => addin.batches,
    writes,
    idle: () => addin.idle(),
    leave: () => frame.remove(),
  };
}

const shared = new WeakSet<object>();

/** `Excel.run`, which all code in this process shares, is that of the client whose code calls it. */
function shareExcel(): void {
  if (shared.has(Excel)) return;
  shared.add(Excel);
  const { run } = Excel;
  const runs = (...args: unknown[]): unknown => {
    const client = running.getStore();
    return Reflect.apply(client ? client.Excel.run : run, client?.Excel ?? Excel, args);
  };
  Object.assign(Excel, { run: runs });
}

/** Answers and events of a client are handled as its own, whoever's request caused them. */
function hearAs(client: OfficeWindow | undefined, { _richApiNativeBridge: bridge }: OfficeWindow): void {
  if (shared.has(bridge)) return;
  shared.add(bridge);
  const { onMessageFromHost } = bridge;
  bridge.onMessageFromHost = (text) => running.run(client, () => onMessageFromHost.call(bridge, text));
}

function countWrites({ _richApiNativeBridge: bridge }: OfficeWindow): () => number {
  const { sendMessageToHost } = bridge;
  let count = 0;
  bridge.sendMessageToHost = (text) => {
    if (text.includes('"Name":"Values","ArgumentInfo"') || /"Name\\*":\\*"Values\\*"/.test(text)) count++;
    sendMessageToHost.call(bridge, text);
  };
  return () => count;
}
