import type { FlattenSpec } from '../../../../engine/spec';
import { sentence, sum } from '../../../explain/explanation';
import type { LayerExplainer } from '../../../explain/explainedLayer';

/** Maps as one vector, in the order channel, row, column. */
export const explain: LayerExplainer<FlattenSpec> = {
  output(layer, index) {
    return [
      sentence(
        'Flattening copies: the maps are read channel by channel, row by row, into one row of numbers.',
      ),
      sum('value', [layer.input(index)]),
    ];
  },

  compute: (layer, index, n) => layer.inputs(n)[index],

  inputGradient: (layer, index) => [
    sentence('Flattening copies, so the gradient of the copy is that of the cell.'),
    sum('∂ of this cell', [layer.gradient(index, '∂ of the copy')]),
  ],

  reads: (_layer, outputs) => outputs.slice(),
  reaches: (_layer, inputs) => inputs.slice(),
  own: (layer) => ({ makes: layer.noOutputs() }),
  ownOf: () => [],
  parameterGradient: undefined,
  ownParts: undefined,
  purpose: () => [],
  flattenedUse: undefined,
  holdsWhile: undefined,
  flattens: true,
};
