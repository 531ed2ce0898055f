/** What passes between office.js and the workbook, as JSON text. */
export interface Bridge {
  sendMessageToHost(text: string): void;
  onMessageFromHost(text: string): void;
}

const EVENT = 3;

export function isEvent(text: string): boolean {
  return (JSON.parse(text) as { type: number }).type === EVENT;
}

/** Put something between them. @returns how to take it away again */
export function between(make: (bridge: Bridge) => Bridge): () => void {
  const bridge = (window as unknown as { _richApiNativeBridge: Bridge })._richApiNativeBridge;
  const { sendMessageToHost, onMessageFromHost } = bridge;
  const own = make({
    sendMessageToHost: (text) => sendMessageToHost.call(bridge, text),
    onMessageFromHost: (text) => onMessageFromHost.call(bridge, text),
  });
  Object.assign(bridge, own);
  return () => Object.assign(bridge, { sendMessageToHost, onMessageFromHost });
}
