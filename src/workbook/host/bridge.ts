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
    this.turn.begin();
    const answered = before
      .then(() => (refusal ? failure(refusal) : this.handle(request)))
      .then((answer) => this.answer(request, answer))
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

  private async handle({ flags, body, isTooLarge }: Request): Promise<Answer> {
    if (isTooLarge) return failure(requestTooLarge());
    await this.turn.take();
    const refusal = this.refusalOf(flags);
    if (refusal) return failure(refusal);
    const answer = await this.executor.execute(parseBatch(body));
    this.held = [];
    await this.turn.take();
    return answer;
  }

  private answer({ id }: Request, answer: Answer): void {
    let text = JSON.stringify(answer);
    if (isTooLarge(text)) {
      text = JSON.stringify(failure(responseTooLarge()));
    }
    this.onMessageFromHost?.(
      JSON.stringify({ id, type: ANSWER, message: { statusCode: 200, headers: {}, body: text } }),
    );
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
