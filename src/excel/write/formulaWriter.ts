import type { Rect } from '../../notebook/sheet/address';
import { valueShape, type Block } from '../../notebook/sheet/block';
import { inA1, inR1C1, LONGEST_FORMULA, type Formula, type Home } from '../../notebook/formulas/formula';
import type { SheetKey } from '../../notebook/sheet/plan';
import { untracked } from '../context';
import { bytesOfText, BYTES, Requests } from '../requests';
import { writeRows } from './writer';

/** Formulas to write into a block, and its place. */
export interface FormulaWrite {
  readonly key: SheetKey;
  readonly block: Block;
  readonly rect: Rect;
  /** One for each value, row by row. */
  readonly formulas: readonly Formula[];
  /** What to write into the gaps of a spread block: null leaves them alone, '' clears them. */
  readonly gaps: '' | null;
}

/** Writes formulas, in as few requests as possible; sends what is already queued with the first. */
export async function writeFormulas(
  context: Excel.RequestContext,
  writes: readonly FormulaWrite[],
  sheetOf: (key: SheetKey) => Excel.Worksheet,
  nameOf: Home['nameOf'],
): Promise<void> {
  if (writes.length === 0) return;
  const requests = new Requests(context);
  for (const write of writes) {
    const cells = cellsOf(write, nameOf);
    const range = () => untracked(sheetOf(write.key).names.getItem(write.block.name).getRange());
    if (typeof cells === 'string') {
      await requests.room(bytesOfText(cells) + 3 * BYTES.call);
      // Excel accepts a single formula for a whole range; its type declarations do not.
      (range() as { formulasR1C1: unknown }).formulasR1C1 = cells;
    } else await writeRows(requests, range, cells, 'formulas');
  }
  await requests.send();
}

/** A single R1C1 formula if it is the same for all cells; otherwise rows of A1 formulas. */
export function cellsOf(
  { key, block, rect, formulas, gaps }: FormulaWrite,
  nameOf: Home['nameOf'],
): string | (string | null)[][] {
  const { columns } = valueShape(block);
  const homes = formulas.map((_, index): Home => ({
    key,
    row: rect.row + Math.floor(index / columns) * block.jump,
    column: rect.column + (index % columns) * block.jump,
    nameOf,
  }));
  if (block.jump === 1 || formulas.length === 1) {
    const [first, ...others] = formulas.map((each, index) => inR1C1(each, homes[index]));
    if (first.length <= LONGEST_FORMULA && others.every((text) => text === first)) return first;
  }
  const texts = formulas.map((each, index) => inA1(each, homes[index]));
  return Array.from({ length: rect.rows }, (_, row) =>
    Array.from({ length: rect.columns }, (__, column) =>
      row % block.jump || column % block.jump
        ? gaps
        : texts[(row / block.jump) * columns + column / block.jump],
    ),
  );
}
