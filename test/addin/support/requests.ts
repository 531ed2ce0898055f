import { between, isEvent } from './bridge';

/** A request of office.js to the workbook, as far as cells go. */
export interface Request {
  /** Cells whose content was asked for, and written. */
  readonly read: number;
  readonly written: number;
  /** Names of all that was set. */
  readonly sets: readonly string[];
  /** Names of all methods that were called for what they do, one for each call. */
  readonly calls: readonly string[];
}

interface Action {
  readonly ActionType: number;
  readonly Name?: string;
  readonly ArgumentInfo?: { readonly Arguments?: readonly unknown[] };
}

const CALL = 3;
const SET = 4;

/** The requests that were made, and answered, while something was done. */
export async function requestsOf(act: () => Promise<unknown>): Promise<Request[]> {
  const sent: string[] = [];
  /** By what a request and its answer are known by: one from before may be answered meanwhile. */
  const answers = new Map<unknown, string>();
  const unhear = between(({ sendMessageToHost, onMessageFromHost }) => ({
    sendMessageToHost: (text) => {
      sent.push(text);
      sendMessageToHost(text);
    },
    onMessageFromHost: (text) => {
      if (!isEvent(text)) answers.set(idOf(text), text);
      onMessageFromHost(text);
    },
  }));
  await act();
  // office.js waits for no answer to what it gives back at the end.
  while (sent.some((text) => !answers.has(idOf(text)))) await new Promise((resolve) => setTimeout(resolve));
  unhear();
  return sent.map((text) => requestOf(text, answers.get(idOf(text))!));
}

const idOf = (text: string) => (JSON.parse(text) as { id: unknown }).id;

function requestOf(sent: string, answer: string): Request {
  const { Actions } = bodyOf(sent) as { Actions: readonly Action[] };
  const { Results } = bodyOf(answer) as {
    Results: readonly { Value?: { Values?: unknown; Formulas?: unknown } | null }[];
  };
  const sets = Actions.filter(({ ActionType }) => ActionType === SET);
  const written = sets.filter(({ Name }) => Name === 'Values');
  return {
    read: Results.reduce((sum, { Value }) => sum + cellsIn(Value?.Values ?? Value?.Formulas), 0),
    written: written.reduce((sum, { ArgumentInfo }) => sum + cellsIn(ArgumentInfo?.Arguments?.[0]), 0),
    sets: [...new Set(sets.map(({ Name }) => Name!))],
    calls: Actions.filter(({ ActionType }) => ActionType === CALL).map(({ Name }) => Name!),
  };
}

function bodyOf(text: string): unknown {
  const { body } = (JSON.parse(text) as { message: { body: unknown } }).message;
  return typeof body === 'string' ? JSON.parse(body) : body;
}

/** A null leaves its cell alone. */
function cellsIn(rows: unknown): number {
  return Array.isArray(rows) ? rows.flat().filter((cell) => cell !== null).length : 0;
}

const SUSPEND = 'SuspendScreenUpdatingUntilNextSync';

/** How often each request suspends the updating of the screen. */
export async function suspensions(act: () => Promise<unknown>): Promise<number[]> {
  const requests = await requestsOf(act);
  return requests.map(({ calls }) => calls.filter((name) => name === SUSPEND).length);
}
