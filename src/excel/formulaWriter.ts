import type { Rect } from '../notebook/address';
import { valueShape, type Block } from '../notebook/block';
import { inR1C1, type Formula, type Home } from '../notebook/formulas/formula';
import type { SheetKey } from '../notebook/plan';
import { paint } from './context';

/** A block that is to hold formulas, and where it stands. */
export interface FormulaWrite {
  readonly key: SheetKey;
  readonly block: Block;
  readonly rect: Rect;
  /** One for each value, row by row. */
  readonly formulas: readonly Formula[];
  /** What to write between the values of a spread block: null leaves those cells alone, '' clears them. */
  readonly gaps: '' | null;
}

/** So many characters go into one request: a request may not be larger than 5 MB. */
const CHARACTERS_PER_REQUEST = 1_500_000;

/** Write formulas, in as few requests as their length allows; what is queued already goes with the first. */
export async function writeFormulas(
  context: Excel.RequestContext,
  writes: readonly FormulaWrite[],
  sheetOf: (key: SheetKey) => Excel.Worksheet,
  nameOf: Home['nameOf'],
): Promise<void> {
  const queue: (() => void)[] = [];
  let waiting = 0;
  const send = () => paint(context, () => queue.splice(0).forEach((write) => write()));
  for (const write of writes) {
    const cells = cellsOf(write, nameOf);
    const characters = JSON.stringify(cells).length;
    if (waiting && waiting + characters > CHARACTERS_PER_REQUEST) {
      await send();
      waiting = 0;
    }
    waiting += characters;
    queue.push(() => {
      const range = sheetOf(write.key).names.getItem(write.block.name).getRange();
      // Excel takes one formula for a whole range, which its types do not know.
      (range as { formulasR1C1: unknown }).formulasR1C1 = cells;
    });
  }
  if (queue.length) await send();
}

/** One formula, where all cells have the same in R1C1 notation; otherwise rows. */
export function cellsOf(
  { key, block, rect, formulas, gaps }: FormulaWrite,
  nameOf: Home['nameOf'],
): string | (string | null)[][] {
  const { columns } = valueShape(block);
  const texts = formulas.map((each, index) =>
    inR1C1(each, {
      key,
      row: rect.row + Math.floor(index / columns) * block.jump,
      column: rect.column + (index % columns) * block.jump,
      nameOf,
    }),
  );
  const isWhole = block.jump === 1 || texts.length === 1;
  if (isWhole && texts.every((text) => text === texts[0])) return texts[0];
  return Array.from({ length: rect.rows }, (_, row) =>
    Array.from({ length: rect.columns }, (__, column) =>
      row % block.jump || column % block.jump
        ? gaps
        : texts[(row / block.jump) * columns + column / block.jump],
    ),
  );
}
