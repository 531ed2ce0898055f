import { platform } from './platform';

/**
 * In bytes. Excel on the web fails a request, or an answer, of more than 5 MB ("Resource limits and performance
 * optimization for Office Add-ins"; OfficeDev/office-js-docs-pr #5333: on the web only). Elsewhere no limit is documented,
 * but requests of many megabytes keep Excel from its own work for long. What is not counted stays far below the rest.
 */
const BUDGETS = { web: 2_500_000, desktop: 4_000_000 };

/** So many bytes may be queued for one request, and asked for in its answer. */
export function byteBudget(): number {
  return platform() === 'web' ? BUDGETS.web : BUDGETS.desktop;
}

/** The most bytes that something takes, in a request or in its answer. What is queued is not serialised to be counted. */
export const BYTES = {
  /** The longest number in JSON, "-1.2345678901234567e-300", and a comma. */
  number: 25,
  /** A null, or a blank cell in an answer, which is JSON within JSON (\"\",); and its part in the splitting of a large array. */
  blank: 7,
  /** A call or a setting of a property of something, with the path to it. */
  call: 400,
  /** What a name is asked and answers: its name, its formula with the name of a sheet, and their keys. */
  name: 300,
} as const;

/** Text as JSON: of characters beyond ASCII, and of those that are escaped, none takes more than three bytes. */
export function bytesOfText(text: string): number {
  return text.length + 2 * (text.match(/[^ !#-[\]-~]/g)?.length ?? 0) + 5;
}

/** Of the contents of cells, in a request. */
export function bytesOfCells(rows: readonly (readonly unknown[])[]): number {
  let bytes = 0;
  for (const cells of rows)
    for (const cell of cells)
      bytes +=
        typeof cell === 'number' ? BYTES.number : typeof cell === 'string' ? bytesOfText(cell) : BYTES.blank;
  return bytes;
}

/**
 * Requests to the workbook, none of them larger than Excel takes. Before something is queued `room` is made for it:
 * what is queued already is sent when both do not go together.
 */
export class Requests {
  private waiting = { request: 0, response: 0 };

  /**
   * @param options.drawing have the screen change once for all that is drawn. Only the first request suspends it:
   *   suspended again and again, Excel's window flickers ("Performance optimization using the Excel JavaScript API")
   */
  constructor(
    readonly context: Excel.RequestContext,
    { drawing = false } = {},
  ) {
    if (drawing) context.application.suspendScreenUpdatingUntilNextSync();
  }

  /** @param request bytes that are about to be queued @param response bytes that are asked for by it */
  async room(request: number, response = 0): Promise<void> {
    const { waiting } = this;
    const budget = byteBudget();
    if (waiting.request + request > budget || waiting.response + response > budget) await this.send();
    this.waiting.request += request;
    this.waiting.response += response;
  }

  /** Send what is queued. */
  async send(): Promise<void> {
    this.waiting = { request: 0, response: 0 };
    await this.context.sync();
  }
}

/** So many rows, from the first of these. */
export type RowPart = readonly [first: number, count: number];

/** Rows of as many bytes each, in parts that fit into one request. */
export function rowParts(rows: number, bytesPerRow: number): RowPart[] {
  const most = Math.max(1, Math.floor(byteBudget() / bytesPerRow));
  return Array.from({ length: Math.ceil(rows / most) }, (_, part) => [
    part * most,
    Math.min(most, rows - part * most),
  ]);
}

/** Rows of cells that are to be written, in parts that fit into one request each. */
export function partsOfCells(rows: readonly (readonly unknown[])[]): RowPart[] {
  if (bytesOfCells(rows) <= byteBudget()) return [[0, rows.length]];
  return rowParts(
    rows.length,
    rows.reduce((most, row) => Math.max(most, bytesOfCells([row])), 1),
  );
}
