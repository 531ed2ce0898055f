import { indexOf, type ValueCell } from '../sheet/valueCells';
import { minus, sum, type Part } from './explanation';
import type { Scene } from './scene';

/** What a cell holds now, less what it held before. */
export function changeParts(scene: Scene, cell: ValueCell): Part[] {
  const { block } = cell;
  const at = indexOf(cell) - block.source.offset;
  const { numbers } = scene.context;
  const now = {
    label: 'now',
    value: numbers.valuesFor('values', block)[at],
    cell: scene.cellAt('values', cell),
  };
  return [sum('change', [now, minus({ label: 'before', value: numbers.before(block)[at] })])];
}
