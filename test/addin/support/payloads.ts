import { between, isEvent } from './bridge';

/** How large a request to the workbook was, and its answer, in bytes. */
export interface Payload {
  readonly request: number;
  readonly response: number;
}

/** Excel on the web takes no more, in bytes. */
export const LIMIT = 5_000_000;

/** What was sent and answered while something was done, counted where the workbook receives and sends it. */
export async function payloadsOf(act: () => Promise<unknown>): Promise<Payload[]> {
  const requests: number[] = [];
  const responses: number[] = [];
  const unhear = between(({ sendMessageToHost, onMessageFromHost }) => ({
    sendMessageToHost: (text) => {
      requests.push(Buffer.byteLength(text));
      sendMessageToHost(text);
    },
    onMessageFromHost: (text) => {
      if (!isEvent(text)) responses.push(Buffer.byteLength(text));
      onMessageFromHost(text);
    },
  }));
  try {
    await act();
  } finally {
    unhear();
  }
  return requests.map((request, index) => ({ request, response: responses[index] }));
}

/** The largest of a number of requests and of their answers. */
export function largest(payloads: readonly Payload[]): Payload {
  return {
    request: Math.max(...payloads.map(({ request }) => request)),
    response: Math.max(...payloads.map(({ response }) => response)),
  };
}
