import type { Rect } from '../sheet/address';
import type { Plan } from '../sheet/plan';
import type { Target } from './target';

/** The names of the blocks at the edges of a target, at most four: its area is what they span. */
export function blocksAtEdges(plan: Plan, { blocks }: Target): string[] {
  const names = new Set(blocks);
  const meant = plan.layout.blocks.filter(({ name }) => names.has(name));
  const furthest = (edge: (rect: Rect) => number) =>
    meant.reduce((far, block) => (edge(block.rect) > edge(far.rect) ? block : far)).name;
  return [
    ...new Set([
      furthest(({ row }) => -row),
      furthest(({ column }) => -column),
      furthest(({ row, rows }) => row + rows),
      furthest(({ column, columns }) => column + columns),
    ]),
  ];
}
