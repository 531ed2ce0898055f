import type { DropoutSpec } from '../../../engine/spec';
import type { SheetKey } from '../../sheet/plan';
import { formula, type Formula } from '../formula';
import type { LayerFormulas } from '../layer';
import type { LayerPage } from '../page';

/** Each number times its place in the mask, in training; otherwise as it is. */
export const dropout: LayerFormulas<DropoutSpec> = {
  output(page, channel, row, column) {
    return masked(page, indexOf(page, channel, row, column), 'values');
  },

  inputGradient(page, channel, row, column) {
    return masked(page, indexOf(page, channel, row, column), 'gradients');
  },
};

function masked(
  page: LayerPage<DropoutSpec>,
  index: number,
  key: SheetKey & ('values' | 'gradients'),
): Formula {
  const number = key === 'values' ? page.inputAt(key, index) : page.outputAt(key, index);
  const mask = { ...page.own('values', 'mask', index), fixed: false };
  return formula`IF(${page.isTraining},${number}*${mask},${number})`;
}

function indexOf({ shape }: LayerPage, channel: number, row: number, column: number): number {
  return (channel * shape.input.height + row) * shape.input.width + column;
}
