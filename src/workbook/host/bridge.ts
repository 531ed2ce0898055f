/**
 * Hook 1 of office.js, `window._richApiNativeBridge`: the whole Excel API passes through it as JSON text.
 * Batches are executed one after the other, in order; one that the workbook refuses is answered at once.
 */
import { type ExcelError, requestTooLarge, responseTooLarge } from './errors';
import type { Executor, Host } from './executor';
import { PageTurn } from './pageTurn';
import { type Answer, type EventEntry, type Json, isObject, parseBatch } from './wire';

/** Excel on the web's limit for a request, and for an answer. */
const PAYLOAD_LIMIT_BYTES = 5 * 1024 * 1024;

const EVENTS = 3;
const ANSWER = 2;

export class Bridge {
  /** Set by office.js. */
  onMessageFromHost: ((message: string) => void) | null = null;
  private last: Promise<void> = Promise.resolve();
  private readonly turn = new PageTurn();
  /** Events that come while an answer waits for the page's turn: they are of later, and are told later. */
  private held: (() => void)[] | undefined;
  private waiting = 0;
  batches = 0;

  constructor(
    private readonly executor: Executor,
    private readonly refusalOf: Host['refusalOf'],
    private readonly allEventsSent: () => Promise<void>,
  ) {}

  readonly sendMessageToHost = (message: string): void => {
    const request = parseRequest(message);
    const refusal = this.refusalOf(request.flags);
    const before = refusal ? Promise.resolve() : this.last;
    this.batches++;
    this.waiting++;
    const answered = before
      .then(() => (refusal ? answerTo(request, failure(refusal)) : this.handle(request)))
      .then((answer) => this.onMessageFromHost?.(answer))
      .finally(() => {
        this.waiting--;
        if (!refusal) this.tellHeld();
      });
    if (!refusal) this.last = answered;
  };

  sendEvents(entries: readonly EventEntry[]): void {
    if (entries.length === 0) return;
    const tell = () => this.onMessageFromHost?.(JSON.stringify({ type: EVENTS, message: { entries } }));
    if (this.held) this.held.push(tell);
    else tell();
  }

  /** Resolves when every request so far has been answered, and all that has happened was told. */
  async idle(): Promise<void> {
    while (this.waiting > 0) await this.last;
    await this.allEventsSent();
  }

  private tellHeld(): void {
    const held = this.held ?? [];
    this.held = undefined;
    for (const tell of held) tell();
  }

  /** @returns the message with its answer */
  private async handle(request: Request): Promise<string> {
    if (request.isTooLarge) return answerTo(request, failure(requestTooLarge()));
    // Those before it may have taken long. Whoever begins to type a moment later is waited for.
    const refusal = this.refusalOf(request.flags);
    if (refusal) return answerTo(request, failure(refusal));
    await this.turn.begin();
    const answer = await this.executor.execute(parseBatch(request.body));
    this.held = [];
    const message = answerTo(request, answer);
    await this.turn.end();
    return message;
  }
}

interface Request {
  readonly id: Json;
  readonly flags: number;
  readonly body: Json;
  readonly isTooLarge: boolean;
}

function parseRequest(message: string): Request {
  const json: Json = JSON.parse(message);
  const request = isObject(json) ? json : {};
  const body = isObject(request.message) ? request.message.body : null;
  return {
    id: request.id ?? null,
    flags: Number(request.flags ?? 0),
    isTooLarge: isTooLarge(message),
    body: typeof body === 'string' ? JSON.parse(body) : (body ?? null),
  };
}

function answerTo({ id }: Request, answer: Answer): string {
  const text = JSON.stringify(answer);
  const body = isTooLarge(text) ? JSON.stringify(failure(responseTooLarge())) : text;
  return JSON.stringify({ id, type: ANSWER, message: { statusCode: 200, headers: {}, body } });
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
