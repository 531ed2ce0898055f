/** What passes between office.js and the workbook, as JSON text. */
export interface Bridge {
  sendMessageToHost(text: string): void;
  onMessageFromHost(text: string): void;
}

/** What the embedded workbook has there, of which office.js knows nothing. */
interface CountingBridge extends Bridge {
  /** Requests so far. */
  readonly batches: number;
  /** Resolves when all of them are answered, and all that has happened was told. */
  idle(): Promise<void>;
}

type Between = Bridge & Partial<Pick<CountingBridge, 'idle'>>;

const EVENT = 3;
/** The workbook sends events from a timer, and office.js hands them on from further ones; timers come in order. */
const TURNS = 4;

export function isEvent(text: string): boolean {
  return (JSON.parse(text) as { type: number }).type === EVENT;
}

/** Resolves when whoever listens has been told what has happened by now, and all that it then asked for is answered. */
export async function quiet(): Promise<void> {
  let before: number;
  do {
    before = bridge().batches;
    await turns();
    await bridge().idle();
    await turns();
  } while (bridge().batches !== before);
}

async function turns(): Promise<void> {
  for (let turn = 0; turn < TURNS; turn++) await new Promise((resolve) => setTimeout(resolve));
}

function bridge(): CountingBridge {
  return (window as unknown as { _richApiNativeBridge: CountingBridge })._richApiNativeBridge;
}

/** Put something between them. @returns how to take it away again */
export function between(make: (bridge: Bridge & Pick<CountingBridge, 'idle'>) => Between): () => void {
  const there = bridge();
  const { sendMessageToHost, onMessageFromHost, idle } = there;
  const own = make({
    sendMessageToHost: (text) => sendMessageToHost.call(there, text),
    onMessageFromHost: (text) => onMessageFromHost.call(there, text),
    idle: () => idle.call(there),
  });
  Object.assign(there, own);
  return () => Object.assign(there, { sendMessageToHost, onMessageFromHost, idle });
}
