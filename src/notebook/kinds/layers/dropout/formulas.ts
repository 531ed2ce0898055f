import type { DropoutSpec } from '../../../../engine/spec';
import type { SheetKey } from '../../../sheet/plan';
import { formula, StaysValues, type Formula } from '../../../formulas/formula';
import type { LayerFormulas } from '../../../formulas/layerFormulas';
import type { LayerCells } from '../../../formulas/layerCells';

/** In training each number times its mask; otherwise unchanged. */
export const formulas: LayerFormulas<DropoutSpec> = {
  output(layer, channel, row, column) {
    return masked(layer, indexOf(layer, channel, row, column), 'values');
  },

  inputGradient(layer, channel, row, column) {
    return masked(layer, indexOf(layer, channel, row, column), 'gradients');
  },

  parameterGradient: undefined,

  /** The mask. */
  auxiliary() {
    throw new StaysValues('drawn at random by the notebook, anew for each step');
  },
};

function masked(
  layer: LayerCells<DropoutSpec>,
  index: number,
  key: SheetKey & ('values' | 'gradients'),
): Formula {
  const number = key === 'values' ? layer.inputAt(key, index) : layer.outputAt(key, index);
  const mask = { ...layer.own('values', 'mask', index), fixed: false };
  return formula`IF(${layer.isTraining},${number}*${mask},${number})`;
}

function indexOf({ shape }: LayerCells, channel: number, row: number, column: number): number {
  return (channel * shape.input.height + row) * shape.input.width + column;
}
