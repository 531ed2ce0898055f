import type { DropoutSpec } from '../../../engine/spec';
import { innerFactors } from '../activations';
import { product, sentence, sum } from '../explanation';
import type { LayerExplainer } from '../layer';

/** In training each number is multiplied by its place in the mask. */
export const dropout: LayerExplainer<DropoutSpec> = {
  output(page, index) {
    if (!page.isTraining)
      return [
        sentence('The page is in evaluate mode: dropout lets every number pass as it is.'),
        sum('value', [page.input(index)]),
      ];
    const mask = page.ownNumber('mask', index, 'mask');
    return [
      product('value', [page.input(index), mask]),
      sentence(mask.value === 0 ? 'The mask drops this number in this step.' : passed(page.spec)),
    ];
  },

  compute: (page, index, n) => page.inputs(n)[index] * (page.isTraining ? page.own('mask', n)[index] : 1),

  inputGradient(page, index) {
    if (!page.isTraining)
      return [
        sentence('The page is in evaluate mode: dropout lets the gradient pass as it is.'),
        sum('∂ of this cell', [page.gradient(index)]),
      ];
    return [
      sentence('What the mask dropped on the way forward, it drops on the way back.'),
      product('∂ of this cell', [...innerFactors(page, index), page.ownNumber('mask', index, 'mask')]),
    ];
  },

  reads: (_page, outputs) => outputs.slice(),
  reaches: (_page, inputs) => inputs.slice(),

  own(page, _word, index) {
    const [meets, makes] = [page.noInputs(), page.noOutputs()];
    meets[index] = 1;
    if (page.isTraining) makes[index] = 1;
    return { meets, makes };
  },

  ownOf: (_page, index) => [{ word: 'mask', from: index, count: 1 }],
};

function passed({ rate }: DropoutSpec): string {
  if (rate === 0) return 'The rate is 0, so nothing is dropped.';
  const percent = Math.round(rate * 100);
  return `The mask drops ${percent} % of all numbers, others in each step, and makes the rest larger by 1 / (1 − ${rate}), so that their mean stays.`;
}
