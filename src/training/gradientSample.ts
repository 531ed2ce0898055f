import { Random } from '../engine/random';
import type { NamedArrays } from '../engine/namedArrays';
import { ValueCells, type ValueCell } from '../notebook/sheet/valueCells';
import type { Layout } from '../notebook/layout';

/**
 * Draws some weights of a network by a seed, from each parameter in turn, so that a large dense layer does
 * not crowd out small filters.
 */
export function drawWeights(
  parameters: NamedArrays,
  layout: Layout,
  count: number,
  seed: number,
): ValueCell[] {
  const random = new Random(seed);
  const cells = new ValueCells(layout);
  const drawing = [...parameters].map(([tensor, { length }]) => ({
    tensor,
    left: [...Array(length).keys()],
  }));
  const drawn: ValueCell[] = [];
  for (
    let open = drawing;
    open.length && drawn.length < count;
    open = open.filter(({ left }) => left.length)
  ) {
    for (const { tensor, left } of open.slice(0, count - drawn.length)) {
      const at = random.integer(left.length);
      // The last one moves to the place of the one that was drawn.
      const index = left[at];
      left[at] = left[left.length - 1];
      left.pop();
      const cell = cells.find(tensor, index);
      if (cell) drawn.push(cell);
    }
  }
  return drawn;
}
