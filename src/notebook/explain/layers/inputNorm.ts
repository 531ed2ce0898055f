import type { InputNormSpec } from '../../../engine/spec';
import { minus, quotient, sentence, sum } from '../explanation';
import type { LayerExplainer, LayerPage } from '../layer';
import { mapOf } from '../windows';

type Page = LayerPage<InputNormSpec>;

/** (x − mean) / deviation, of the images to be learned from. */
export const inputNorm: LayerExplainer<InputNormSpec> = {
  output(page, index) {
    const channel = channelOf(page, index);
    const centred = sum('x − mean', [page.input(index, 'x'), minus(page.ownNumber('mean', channel, 'mean'))]);
    return [
      sentence('Brought to mean 0 and deviation 1, as the images to train with have them.'),
      centred,
      quotient('value', centred.result, page.ownNumber('deviation', channel, 'deviation')),
    ];
  },

  compute(page, index, n) {
    const channel = channelOf(page, index);
    return (page.inputs(n)[index] - page.own('mean')[channel]) / page.own('deviation')[channel];
  },

  inputGradient(page, index) {
    return [
      sentence('The value was divided by the deviation, so its gradient is, too.'),
      quotient(
        '∂ of this cell',
        page.gradient(index),
        page.ownNumber('deviation', channelOf(page, index), 'deviation'),
      ),
    ];
  },

  reads: (_page, outputs) => outputs.slice(),
  reaches: (_page, inputs) => inputs.slice(),

  own(page, _word, index) {
    const [meets, makes] = [page.noInputs(), page.noOutputs()];
    mapOf(meets, index, page.shape.input).fill(1);
    mapOf(makes, index, page.shape.output).fill(1);
    return { meets, makes };
  },

  ownOf: (page, index) =>
    ['mean', 'deviation'].map((word) => ({ word, from: channelOf(page, index), count: 1 })),
};

function channelOf({ shape: { input } }: Page, index: number): number {
  return Math.floor(index / (input.height * input.width));
}
