import { cellRect, columnIndex, parseA1 } from '../sheet/address';
import type { Block } from '../sheet/block';
import type { Label, Layout } from '../sheet/layout';
import type { Adopted } from '../sheet/spec';

/**
 * The layout of a sheet that was there before: blocks that were recognised stand where they were found, and what the
 * notebook adds stands right of everything on the sheet: first what stands in no cells there, such as a copy of a mask that
 * is drawn anew all the time, then the outputs.
 * @param laidOut the same network on a page of its own
 */
export function adoptedLayout(laidOut: Layout, adopted: Adopted, logits: Block): Layout {
  const outputs = outputsOf(adopted, logits);
  const missing = laidOut.blocks.filter(
    ({ name, rect }) => !adopted.cells[name] && rect.column < laidOut.outputColumn,
  );
  const packed = new Columns(missing, columnIndex(adopted.free));
  const shift = packed.end - laidOut.outputColumn;
  const moved = (column: number) =>
    column >= laidOut.outputColumn ? column + shift : packed.columnOf(column);
  const blocks = laidOut.blocks.flatMap((block): Block[] => {
    const found = adopted.cells[block.name];
    if (found) return [{ ...block, rect: parseA1(found.at), jump: found.jump, isAdopted: true }];
    const rect = { ...block.rect, column: moved(block.rect.column)! };
    if (block !== logits) return [{ ...block, rect }];
    return [...outputs, { ...block, rect, reads: outputs.map(({ name }) => name) }];
  });
  const labels = laidOut.labels.flatMap((label): Label[] => {
    // They are for layers whose cells stand as laid out.
    if (label.kind === 'caption') return [];
    const column = moved(label.column);
    return column === undefined ? [] : [{ ...label, column }];
  });
  return {
    blocks,
    labels,
    isNeverNegative: laidOut.isNeverNegative,
    outputColumn: laidOut.outputColumn + shift,
    trainingColumn: laidOut.trainingColumn + shift,
  };
}

/** The columns of some blocks, put together from a first one on, with a blank one behind each group. */
class Columns {
  private readonly groups: { readonly first: number; readonly to: number; last: number }[] = [];
  /** First column behind them. */
  readonly end: number;

  constructor(blocks: readonly Block[], first: number) {
    let free = first;
    const byColumn = [...blocks].sort((a, b) => a.rect.column - b.rect.column);
    for (const { rect } of byColumn) {
      const last = rect.column + rect.columns - 1;
      const group = this.groups.at(-1);
      if (group && rect.column <= group.last) {
        free += Math.max(0, last - group.last);
        group.last = Math.max(group.last, last);
      } else {
        this.groups.push({ first: rect.column, to: free, last });
        free += rect.columns + 1;
      }
    }
    this.end = free;
  }

  /** Where a column of a block has come to; undefined for a column of none. */
  columnOf(column: number): number | undefined {
    const group = this.groups.find(({ first, last }) => column >= first && column <= last);
    return group && column - group.first + group.to;
  }
}

/** The cells of the sheet that hold the logits; the notebook repeats them in a column beside the target. */
function outputsOf({ outputs }: Adopted, logits: Block): Block[] {
  return outputs.map((address, unit) => {
    const { row, column } = parseA1(address);
    return {
      ...logits,
      name: `${logits.source.tensor}.unit${unit + 1}.output`,
      title: `${logits.source.tensor}, logit of unit ${unit + 1}`,
      role: 'map',
      rect: cellRect(row, column),
      source: { ...logits.source, offset: unit },
      isAdopted: true,
    };
  });
}
