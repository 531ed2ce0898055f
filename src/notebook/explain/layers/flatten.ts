import type { FlattenSpec } from '../../../engine/spec';
import { sentence, sum } from '../explanation';
import type { LayerExplainer } from '../layer';

/** Maps as one row of numbers, in the order channel, row, column. */
export const flatten: LayerExplainer<FlattenSpec> = {
  output(page, index) {
    return [
      sentence(
        'Flattening copies: the maps are read channel by channel, row by row, into one row of numbers.',
      ),
      sum('value', [page.input(index)]),
    ];
  },

  compute: (page, index, n) => page.inputs(n)[index],

  inputGradient: (page, index) => [
    sentence('Flattening copies, so the gradient of the copy is that of the cell.'),
    sum('∂ of this cell', [page.gradient(index, '∂ of the copy')]),
  ],

  reads: (_page, outputs) => outputs.slice(),
  reaches: (_page, inputs) => inputs.slice(),
  own: (page) => ({ makes: page.noOutputs() }),
  ownOf: () => [],
};
