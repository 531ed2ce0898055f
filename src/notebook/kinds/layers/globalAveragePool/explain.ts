import type { GlobalAveragePoolSpec } from '../../../../engine/spec';
import { quotient, sentence, sum } from '../../../explain/explanation';
import type { LayerExplainer, ExplainedLayer } from '../../../explain/explainedLayer';
import { largestTerms } from '../../../explain/terms';
import { mapOf } from '../../../explain/maps';

type Layer = ExplainedLayer<GlobalAveragePoolSpec>;

/** The mean of each map. */
export const explain: LayerExplainer<GlobalAveragePoolSpec> = {
  output(layer, index) {
    const size = sizeOfMap(layer);
    const map = mapOf(layer.inputs(), index, layer.shape.input);
    const { terms, rest } = largestTerms(
      size,
      (pixel) => map[pixel],
      (pixel) => layer.input(index * size + pixel),
    );
    const all = sum(`sum of map ${index + 1}`, terms, { rest });
    return [
      all,
      sentence('Each map becomes one number: the mean of all its cells.'),
      quotient('mean', all.result, { label: 'cells of the map', value: size }),
    ];
  },

  compute(layer, index, n) {
    const map = mapOf(layer.inputs(n), index, layer.shape.input);
    return map.reduce((total, value) => total + value, 0) / map.length;
  },

  inputGradient(layer, index) {
    const size = sizeOfMap(layer);
    return [
      sentence('A mean passes its gradient on to all its inputs, in equal shares.'),
      quotient('∂ of this cell', layer.gradient(Math.floor(index / size)), {
        label: 'cells of the map',
        value: size,
      }),
    ];
  },

  reads(layer, outputs) {
    return layer.noInputs().map((_, index) => outputs[Math.floor(index / sizeOfMap(layer))]);
  },

  reaches(layer, inputs) {
    const outputs = layer.noOutputs();
    inputs.forEach((isMeant, index) => {
      if (isMeant) outputs[Math.floor(index / sizeOfMap(layer))] = 1;
    });
    return outputs;
  },

  own: (layer) => ({ makes: layer.noOutputs() }),
  ownOf: () => [],
  parameterGradient: undefined,
  ownParts: undefined,
  purpose: () => [],
  flattenedUse: undefined,
  holdsWhile: undefined,
  flattens: false,
};

function sizeOfMap({ shape: { input } }: Layer): number {
  return input.height * input.width;
}
