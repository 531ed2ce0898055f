import type { Sheet } from '../../../addin/support/sheet';

/** What a matrix sheet shows, found by its words. */
export interface MatrixOnSheet {
  /** Whether everything is equal to the map, in words. */
  readonly summary: string;
  /** The rows of the matrix, the im2col form below: outputs, each with its map, its sign, and what the matrix makes. */
  readonly forms: readonly {
    readonly names: unknown[];
    readonly map: number[];
    readonly equal: unknown[];
    readonly entries: number[][];
    readonly factors: number[];
  }[];
}

/** Reads a matrix sheet as a person does: by the headings of its columns. */
export async function readMatrix(sheet: Sheet, name: string): Promise<MatrixOnSheet> {
  const rows = await sheet.read('A1:BXZ220', name);
  const summary = rows.map(([first]) => String(first)).find((text) => /^[✓✗] /.test(text)) ?? '';
  const heads = rows.flatMap((row, index) => (row[0] === 'output' ? [index] : []));
  return {
    summary,
    forms: heads.map((head) => {
      const names = column(rows, head, 0);
      const end = rows[head].findIndex((word) => word === 'x' || word === 'w');
      const start = rows[head].findIndex((word, index) => index > 0 && /^[A-Z]+\d+$/.test(String(word)));
      const count = end - 1 - start;
      return {
        names,
        map: column(rows, head, 1).slice(0, names.length) as number[],
        equal: column(rows, head, 2).slice(0, names.length),
        entries: names.map((_, output) => rows[head + 1 + output].slice(start, start + count) as number[]),
        factors: Array.from({ length: count }, (_, index) => rows[head + 1 + index][end] as number),
      };
    }),
  };
}

/** From below a heading down to the first blank. */
function column(rows: readonly unknown[][], head: number, at: number): unknown[] {
  const found: unknown[] = [];
  for (let row = head + 1; row < rows.length && rows[row][at] !== ''; row++) found.push(rows[row][at]);
  return found;
}
