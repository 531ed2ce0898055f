import type { EmbeddedWorkbook } from '../../browser/harness';

/** One request of the add-in to the workbook. */
export interface Request {
  /** By the page's clock, in milliseconds. */
  readonly sent: number;
  readonly answered: number;
  readonly characters: number;
  /** Characters of the answer. */
  readonly answer: number;
  /** Cells whose content was asked for, and written; those that a write leaves alone are not counted. */
  readonly read: number;
  readonly written: number;
  /** Does it change anything but cells' content? Names of what it sets. */
  readonly sets: readonly string[];
}

/** What came of one thing that a person did, from the press of the button or of Enter. */
export interface Timing {
  /** Until the add-in was told of what was typed; 0 for a button. */
  readonly heard: number;
  /** Requests that read cells, until they were answered. */
  readonly read: number;
  /** Everything between: the engine, the comparing with what the cells hold, the making of requests. */
  readonly compute: number;
  /** Requests that write. */
  readonly write: number;
  /** From the last answer to the frame that shows all of it. */
  readonly paint: number;
  readonly total: number;
  readonly requests: readonly Request[];
}

interface Message {
  readonly at: number;
  readonly kind: 'out' | 'in' | 'event';
  readonly text: string;
}

/** The parts of a window that are watched. */
interface Watched extends Window {
  _richApiNativeBridge: { sendMessageToHost(text: string): void; onMessageFromHost(text: string): void };
  __messages: Message[];
  __began?: number;
  __drawn: number;
  __frames: number[];
}

/**
 * Watch a workbook from outside, for as long as it is open: what crosses the bridge between office.js and the workbook, when
 * the grid draws, and when the frames come that show it. Nothing is taken apart before the clock has stopped.
 */
export async function watchWorkbook({ page, pane }: EmbeddedWorkbook): Promise<void> {
  await pane.evaluate(() => {
    const self = window as unknown as Watched;
    const bridge = self._richApiNativeBridge;
    const { sendMessageToHost: send, onMessageFromHost: take } = bridge;
    const now = () => performance.timeOrigin + performance.now();
    self.__messages = [];
    bridge.sendMessageToHost = (text) => {
      self.__messages.push({ at: now(), kind: 'out', text });
      send(text);
    };
    bridge.onMessageFromHost = (text) => {
      self.__messages.push({ at: now(), kind: text.startsWith('{"type":3') ? 'event' : 'in', text });
      take.call(bridge, text);
    };
  });
  await page.evaluate(() => {
    const self = window as unknown as Watched;
    const now = () => performance.timeOrigin + performance.now();
    self.__drawn = 0;
    self.__frames = [];
    // The grid draws its layers on canvases of their own and brings them to the one on the screen with this.
    const { drawImage } = CanvasRenderingContext2D.prototype;
    CanvasRenderingContext2D.prototype.drawImage = function (
      this: CanvasRenderingContext2D,
      ...what: unknown[]
    ) {
      self.__drawn = now();
      (drawImage as (...all: unknown[]) => void).apply(this, what);
    } as typeof drawImage;
    const begin = () => (self.__began ??= now());
    document.addEventListener('click', begin, { capture: true });
    document.addEventListener('keydown', ({ key }) => key === 'Enter' && begin(), { capture: true });
    const frame = () => {
      self.__frames.push(now());
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
}

/** Time what a person does: a click, or an Enter, is in it. */
export async function timed(workbook: EmbeddedWorkbook, act: () => Promise<void>): Promise<Timing> {
  const { page, pane } = workbook;
  await pane.evaluate(() => void ((window as unknown as Watched).__messages = []));
  await page.evaluate(() => {
    const self = window as unknown as Watched;
    self.__began = undefined;
    self.__frames = [];
    self.__drawn = 0;
  });
  await act();
  await workbook.settled();
  const { began, painted } = await page.evaluate(() => {
    const { __began, __drawn, __frames } = window as unknown as Watched;
    // Drawn in a frame, it is on the screen when the next one begins.
    return { began: __began!, painted: __frames.find((each) => each > __drawn)! };
  });
  const messages = await pane.evaluate(() => {
    const { __messages } = window as unknown as Watched;
    return __messages;
  });
  return timingOf(began, painted, messages);
}

function timingOf(began: number, painted: number, messages: readonly Message[]): Timing {
  const heard = messages[0]?.kind === 'event' ? messages[0].at - began : 0;
  const requests = requestsIn(messages);
  const spent = (matters: (request: Request) => boolean) =>
    requests.filter(matters).reduce((sum, { sent, answered }) => sum + answered - sent, 0);
  const writes = ({ written }: Request) => written > 0;
  const [read, write] = [spent((each) => !writes(each)), spent(writes)];
  const last = Math.max(...requests.filter(writes).map(({ answered }) => answered));
  const total = painted - began;
  const paint = painted - last;
  return { heard, read, write, paint, total, requests, compute: total - heard - read - write - paint };
}

function requestsIn(messages: readonly Message[]): Request[] {
  const answers = messages.filter(({ kind }) => kind === 'in');
  return messages
    .filter(({ kind }) => kind === 'out')
    .map((message, index) => requestOf(message, answers[index]));
}

interface Action {
  readonly ActionType: number;
  readonly Name?: string;
  readonly ArgumentInfo?: { readonly Arguments?: readonly unknown[] };
}

const SET = 4;

function requestOf(out: Message, answer: Message): Request {
  const { Actions: actions } = bodyOf(out) as { Actions: readonly Action[] };
  const { Results: results } = bodyOf(answer) as {
    Results: readonly { Value?: { Values?: unknown } | null }[];
  };
  const sets = actions.filter(({ ActionType }) => ActionType === SET);
  const contents = sets.filter(
    ({ Name }) => Name === 'Values' || Name === 'Formulas' || Name === 'FormulasR1C1',
  );
  return {
    sent: out.at,
    answered: answer.at,
    characters: out.text.length,
    answer: answer.text.length,
    read: results.reduce((sum, { Value }) => sum + cellsIn(Value?.Values), 0),
    written: contents.reduce((sum, { ArgumentInfo }) => sum + cellsIn(ArgumentInfo?.Arguments?.[0]), 0),
    sets: [...new Set(sets.map(({ Name }) => Name!))],
  };
}

function bodyOf({ text }: Message): unknown {
  const { body } = (JSON.parse(text) as { message: { body: unknown } }).message;
  return typeof body === 'string' ? JSON.parse(body) : body;
}

function cellsIn(rows: unknown): number {
  if (!Array.isArray(rows)) return typeof rows === 'string' ? 1 : 0;
  return rows.flat().filter((cell) => cell !== null).length;
}

/** Of many timings the median of each part. */
export function medianOf(timings: readonly Timing[]): Timing {
  const of = (part: (timing: Timing) => number) => median(timings.map(part));
  return {
    heard: of(({ heard }) => heard),
    read: of(({ read }) => read),
    compute: of(({ compute }) => compute),
    write: of(({ write }) => write),
    paint: of(({ paint }) => paint),
    total: of(({ total }) => total),
    requests: timings.at(-1)!.requests,
  };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
