import { platform } from './platform';

/**
 * In bytes. Excel on the web fails a request, or an answer, of more than 5 MB ("Resource limits and performance
 * optimization for Office Add-ins"; OfficeDev/office-js-docs-pr #5333: on the web only). Elsewhere no limit is documented,
 * but requests of many megabytes keep Excel from its own work for long. What is not counted stays far below the rest.
 */
const BUDGETS = { web: 2_500_000, desktop: 4_000_000 };

/** The most bytes to queue in one request, or to ask for in its answer. */
export function byteBudget(): number {
  return platform() === 'web' ? BUDGETS.web : BUDGETS.desktop;
}

/** Upper bounds of the bytes of things in a request or answer. Nothing is serialised to be counted. */
export const BYTES = {
  /** The longest number in JSON, "-1.2345678901234567e-300", and a comma. */
  number: 25,
  /** A null, or a blank cell in an answer, which is JSON within JSON (\"\",); and its part in the splitting of a large array. */
  blank: 7,
  /** A call or a property assignment, with the path of its object. */
  call: 400,
  /** Asking for a name, with the answer: its name, its formula with a sheet name, and their keys. */
  name: 300,
} as const;

/** Bytes of a text in JSON: no character beyond ASCII, and no escaped one, takes more than three. */
export function bytesOfText(text: string): number {
  return text.length + 2 * (text.match(/[^ !#-[\]-~]/g)?.length ?? 0) + 5;
}

/** Bytes of cell contents in a request. */
export function bytesOfCells(rows: readonly (readonly unknown[])[]): number {
  let bytes = 0;
  for (const cells of rows)
    for (const cell of cells)
      bytes +=
        typeof cell === 'number' ? BYTES.number : typeof cell === 'string' ? bytesOfText(cell) : BYTES.blank;
  return bytes;
}

/**
 * Splits work into requests, none larger than Excel accepts. Call `room` before queueing something: if it
 * would not fit, what is queued is sent first.
 */
export class Requests {
  private waiting = { request: 0, response: 0 };

  /**
   * @param options.drawing update the screen only once, after everything is drawn. Only the first request
   *   suspends it: suspended again and again, Excel's window flickers ("Performance optimization using the
   *   Excel JavaScript API")
   */
  constructor(
    readonly context: Excel.RequestContext,
    { drawing = false } = {},
  ) {
    if (drawing) context.application.suspendScreenUpdatingUntilNextSync();
  }

  /**
   * @param request bytes about to be queued
   * @param response bytes of their answer
   */
  async room(request: number, response = 0): Promise<void> {
    const { waiting } = this;
    const budget = byteBudget();
    if (waiting.request + request > budget || waiting.response + response > budget) await this.send();
    this.waiting.request += request;
    this.waiting.response += response;
  }

  /** Sends what is queued. */
  async send(): Promise<void> {
    this.waiting = { request: 0, response: 0 };
    await this.context.sync();
  }
}

/** A number of rows, from a first one. */
export type RowPart = readonly [first: number, count: number];

/** Splits rows of equal size in bytes into parts that fit into one request each. */
export function rowParts(rows: number, bytesPerRow: number): RowPart[] {
  const most = Math.max(1, Math.floor(byteBudget() / bytesPerRow));
  return Array.from({ length: Math.ceil(rows / most) }, (_, part) => [
    part * most,
    Math.min(most, rows - part * most),
  ]);
}

/** Splits rows of cells to write into parts that fit into one request each. */
export function partsOfCells(rows: readonly (readonly unknown[])[]): RowPart[] {
  if (bytesOfCells(rows) <= byteBudget()) return [[0, rows.length]];
  return rowParts(
    rows.length,
    rows.reduce((most, row) => Math.max(most, bytesOfCells([row])), 1),
  );
}
