import type { Site } from '../../../excel/read/site';
import { cellRect, type Rect } from '../../../notebook/sheet/address';
import { isParameter, type Block } from '../../../notebook/sheet/block';
import type { Plan } from '../../../notebook/sheet/plan';
import type { NotebookSpec } from '../../../notebook/sheet/spec';
import { indexOf, valueCellAt, ValueCells, type ValueCell } from '../../../notebook/sheet/valueCells';
import { overlapOf } from '../../../training/overlap/findOverlap';
import type { Overlap } from '../../../training/overlap/overlap';

/** Which cell of a new notebook holds the number, or the setting, that a cell of the former one holds. */
export class CounterpartCells {
  private readonly cells: ValueCells;
  private readonly kept: Overlap;
  private readonly isSameData: boolean;

  constructor(
    former: NotebookSpec,
    spec: NotebookSpec,
    private readonly plan: Plan,
  ) {
    this.cells = new ValueCells(plan.layout);
    this.kept = overlapOf(former, spec);
    this.isSameData = JSON.stringify(former.data) === JSON.stringify(spec.data);
  }

  /**
   * The cell where it is drawn, on the sheet of the same kind; undefined if the new notebook has no such number.
   * @param row relative to the block's first cell, as `column`
   */
  of({ key, block }: Site, row: number, column: number): Rect | undefined {
    const cell = valueCellAt(block, row, column);
    const counterpart = cell && this.counterpart(cell);
    if (!counterpart) return undefined;
    const there = this.plan.sheets[key].blocks.find(({ name }) => name === counterpart.block.name);
    if (!there?.editable) return undefined;
    const { rect, jump } = there;
    return cellRect(rect.row + counterpart.row * jump, rect.column + counterpart.column * jump);
  }

  private counterpart(cell: ValueCell): ValueCell | undefined {
    const { block } = cell;
    if (isParameter(block) || block.source.kind === 'state') return this.keptNumber(cell);
    // Numbers of other images are theirs.
    if (block.source.kind !== 'setting' && !this.isSameData) return undefined;
    const same = this.plan.layout.blocks.find(({ name }) => name === block.name);
    return same && isSameShape(same, block) ? { ...cell, block: same } : undefined;
  }

  private keptNumber(cell: ValueCell): ValueCell | undefined {
    const { tensor } = cell.block.source;
    const at = this.kept.get(tensor)?.indexes.indexOf(indexOf(cell)) ?? -1;
    return at < 0 ? undefined : this.cells.find(tensor, at);
  }
}

function isSameShape({ rect, jump }: Block, other: Block): boolean {
  return rect.rows === other.rect.rows && rect.columns === other.rect.columns && jump === other.jump;
}
