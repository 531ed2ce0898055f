/**
 * Hook 1 of office.js, `window._richApiNativeBridge`: everything of the Excel API crosses it as JSON text. Batches
 * are executed one after the other, in the order in which they came.
 */
import { type ExcelError, requestTooLarge, responseTooLarge } from './errors';
import type { Executor } from './executor';
import { type Answer, type EventEntry, type Json, isObject, parseBatch } from './wire';

/** Excel on the web's limit for a request, and for an answer. */
const PAYLOAD_LIMIT_BYTES = 5 * 1024 * 1024;

const EVENTS = 3;
const ANSWER = 2;

export class Bridge {
  /** Filled in by office.js. */
  onMessageFromHost: ((message: string) => void) | null = null;
  private last: Promise<void> = Promise.resolve();
  private waiting = 0;
  batches = 0;

  constructor(private readonly executor: Executor) {}

  readonly sendMessageToHost = (message: string): void => {
    this.waiting++;
    this.last = this.last.then(() => this.handle(message)).finally(() => this.waiting--);
  };

  sendEvents(entries: readonly EventEntry[]): void {
    if (entries.length) this.onMessageFromHost?.(JSON.stringify({ type: EVENTS, message: { entries } }));
  }

  /** Resolves when every request so far has been answered. */
  async idle(): Promise<void> {
    while (this.waiting > 0) await this.last;
  }

  private async handle(message: string): Promise<void> {
    this.batches++;
    const { id, body } = parseRequest(message);
    const answer = isTooLarge(message)
      ? failure(requestTooLarge())
      : await this.executor.execute(parseBatch(body));
    let text = JSON.stringify(answer);
    if (isTooLarge(text)) {
      text = JSON.stringify(failure(responseTooLarge()));
    }
    this.onMessageFromHost?.(
      JSON.stringify({ id, type: ANSWER, message: { statusCode: 200, headers: {}, body: text } }),
    );
  }
}

function parseRequest(message: string): { id: Json; body: Json } {
  const request: Json = JSON.parse(message);
  const inner = isObject(request) ? request.message : null;
  const body = isObject(inner) ? inner.body : null;
  return {
    id: isObject(request) ? (request.id ?? null) : null,
    body: typeof body === 'string' ? JSON.parse(body) : (body ?? null),
  };
}

function failure({ code, message, location, status }: ExcelError): Answer {
  return {
    Results: [],
    TraceIds: [],
    Error: { Code: code, Message: message, Location: location, ActionIndex: 0, HttpStatusCode: status },
  };
}

/** Counts UTF-8 bytes only where the number of characters does not decide. */
function isTooLarge(text: string): boolean {
  if (text.length > PAYLOAD_LIMIT_BYTES) return true;
  return text.length * 3 > PAYLOAD_LIMIT_BYTES && new TextEncoder().encode(text).length > PAYLOAD_LIMIT_BYTES;
}
