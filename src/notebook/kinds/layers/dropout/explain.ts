import type { DropoutSpec } from '../../../../engine/spec';
import { innerFactors } from '../../../explain/activations';
import { product, sentence, sum } from '../../../explain/explanation';
import type { LayerExplainer } from '../../../explain/explainedLayer';

/** In training each number is multiplied by its mask. */
export const explain: LayerExplainer<DropoutSpec> = {
  output(layer, index) {
    if (!layer.isTraining)
      return [
        sentence('The page is in evaluate mode: dropout passes every number unchanged.'),
        sum('value', [layer.input(index)]),
      ];
    const mask = layer.ownNumber('mask', index, 'mask');
    return [
      product('value', [layer.input(index), mask]),
      sentence(mask.value === 0 ? 'The mask drops this number in this step.' : passed(layer.spec)),
    ];
  },

  compute: (layer, index, n) => layer.inputs(n)[index] * (layer.isTraining ? layer.own('mask', n)[index] : 1),

  inputGradient(layer, index) {
    if (!layer.isTraining)
      return [
        sentence('The page is in evaluate mode: dropout passes the gradient unchanged.'),
        sum('∂ of this cell', [layer.gradient(index)]),
      ];
    return [
      sentence('What the mask dropped on the way forward, it drops on the way back.'),
      product('∂ of this cell', [...innerFactors(layer, index), layer.ownNumber('mask', index, 'mask')]),
    ];
  },

  reads: (_layer, outputs) => outputs.slice(),
  reaches: (_layer, inputs) => inputs.slice(),

  own(layer, _word, index) {
    const [meets, makes] = [layer.noInputs(), layer.noOutputs()];
    meets[index] = 1;
    if (layer.isTraining) makes[index] = 1;
    return { meets, makes };
  },

  ownOf: (_layer, index) => [{ word: 'mask', from: index, count: 1 }],
  parameterGradient: undefined,

  ownParts: (layer) => [
    sentence(
      layer.isTraining
        ? 'Multiplies the number before it; 0 drops it. A new mask is drawn for each step. The rate is ' +
            `${layer.spec.rate}.`
        : 'Not used now: the page is in evaluate mode, in which dropout does nothing.',
    ),
  ],
  purpose: () => [],
  flattenedUse: undefined,
  holdsWhile: undefined,
  flattens: false,
};

function passed({ rate }: DropoutSpec): string {
  if (rate === 0) return 'The rate is 0, so nothing is dropped.';
  const percent = Math.round(rate * 100);
  return (
    `The mask drops ${percent} % of all numbers, different ones in each step, and makes the rest ` +
    `larger by 1 / (1 − ${rate}), so that their mean stays the same.`
  );
}
