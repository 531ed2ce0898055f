import type { InputNormSpec } from '../../../../engine/spec';
import { minus, quotient, sentence, sum } from '../../../explain/explanation';
import type { LayerExplainer, ExplainedLayer } from '../../../explain/explainedLayer';
import { mapOf } from '../../../explain/maps';

type Layer = ExplainedLayer<InputNormSpec>;

/** (x − mean) / standard deviation, of the images to be learned from. */
export const explain: LayerExplainer<InputNormSpec> = {
  output(layer, index) {
    const channel = channelOf(layer, index);
    const centred = sum('x − mean', [
      layer.input(index, 'x'),
      minus(layer.ownNumber('mean', channel, 'mean')),
    ]);
    return [
      sentence('Brought to mean 0 and standard deviation 1, as the images to train with have them.'),
      centred,
      quotient('value', centred.result, layer.ownNumber('standard_deviation', channel, 'standard deviation')),
    ];
  },

  compute(layer, index, n) {
    const channel = channelOf(layer, index);
    return (layer.inputs(n)[index] - layer.own('mean')[channel]) / layer.own('standard_deviation')[channel];
  },

  inputGradient(layer, index) {
    return [
      sentence('The value was divided by the standard deviation, so its gradient is, too.'),
      quotient(
        '∂ of this cell',
        layer.gradient(index),
        layer.ownNumber('standard_deviation', channelOf(layer, index), 'standard deviation'),
      ),
    ];
  },

  reads: (_layer, outputs) => outputs.slice(),
  reaches: (_layer, inputs) => inputs.slice(),

  own(layer, _word, index) {
    const [meets, makes] = [layer.noInputs(), layer.noOutputs()];
    mapOf(meets, index, layer.shape.input).fill(1);
    mapOf(makes, index, layer.shape.output).fill(1);
    return { meets, makes };
  },

  ownOf: (layer, index) =>
    ['mean', 'standard_deviation'].map((word) => ({ word, from: channelOf(layer, index), count: 1 })),
  parameterGradient: undefined,

  ownParts: (_layer, word) => [
    sentence(
      `The ${WORDS[word]} of this channel over the images to train with. It is measured once, and training leaves it alone.`,
    ),
  ],
  purpose: () => [],
  flattenedUse: undefined,
  holdsWhile: undefined,
  flattens: false,
};

/** What the layer's own numbers are called. */
const WORDS: Readonly<Record<string, string>> = { mean: 'mean', standard_deviation: 'standard deviation' };

function channelOf({ shape: { input } }: Layer, index: number): number {
  return Math.floor(index / (input.height * input.width));
}
