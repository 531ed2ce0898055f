import { valueCount, valueShape, type Block } from './block';
import type { Layout } from './layout';

/** One value of a block; row and column count values, without the gaps of a spread block. */
export interface ValueCell {
  readonly block: Block;
  readonly row: number;
  readonly column: number;
}

/** Finds the cell of each number of the network, and the number in each cell. */
export class ValueCells {
  private readonly byTensor = new Map<string, Block[]>();

  constructor(layout: Layout) {
    for (const block of layout.blocks) {
      // A layer may have the name of a setting.
      if (block.source.kind === 'setting' || block.source.kind === 'status') continue;
      const blocks = this.byTensor.get(block.source.tensor);
      if (blocks) blocks.push(block);
      else this.byTensor.set(block.source.tensor, [block]);
    }
    for (const blocks of this.byTensor.values())
      blocks.sort((one, other) => one.source.offset - other.source.offset);
  }

  /** The blocks of a tensor, such as 'conv1.filters' or the layer 'conv1', in the order of its numbers. */
  blocksOf(tensor: string): readonly Block[] {
    return this.byTensor.get(tensor) ?? [];
  }

  /** The cell of number `index` of a tensor, for the image on the page; undefined if it is not shown. */
  find(tensor: string, index: number): ValueCell | undefined {
    const block = lastFrom(this.blocksOf(tensor), index);
    if (!block || index - block.source.offset >= valueCount(block)) return undefined;
    const { columns } = valueShape(block);
    const within = index - block.source.offset;
    return { block, row: Math.floor(within / columns), column: within % columns };
  }
}

/** Of a tensor's blocks, which follow each other, the last one that begins at a number or before it. */
function lastFrom(blocks: readonly Block[], index: number): Block | undefined {
  let [low, high] = [0, blocks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (blocks[middle].source.offset <= index) low = middle + 1;
    else high = middle;
  }
  // Where two show the same numbers, it is the first.
  while (low > 1 && blocks[low - 2].source.offset === blocks[low - 1].source.offset) low--;
  return blocks[low - 1];
}

/** The index in its tensor of a cell's number. */
export function indexOf({ block, row, column }: ValueCell): number {
  return block.source.offset + row * valueShape(block).columns + column;
}

/** The value in a cell of a block, relative to the block's first cell; undefined in a gap. */
export function valueCellAt(block: Block, row: number, column: number): ValueCell | undefined {
  const { rect, jump } = block;
  if (row < 0 || column < 0 || row >= rect.rows || column >= rect.columns) return undefined;
  if (row % jump || column % jump) return undefined;
  return { block, row: row / jump, column: column / jump };
}
