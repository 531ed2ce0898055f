import { inputsSeenBy, outputsCovering, outputsReachedBy, windowOf } from '../../../../engine/geometry';
import type { AveragePool2dSpec } from '../../../../engine/spec';
import { innerFactors, innerGradient } from '../../../explain/activations';
import { quotient, sentence, sum, term } from '../../../explain/explanation';
import type { LayerExplainer, ExplainedLayer } from '../../../explain/explainedLayer';
import { largestTerms } from '../../../explain/terms';
import { mapByMap, mapOf } from '../../../explain/maps';

type Layer = ExplainedLayer<AveragePool2dSpec>;

/** The mean of each window, padding excluded. */
export const explain: LayerExplainer<AveragePool2dSpec> = {
  output(layer, index) {
    const { height, width } = layer.shape.output;
    const [channel, at] = [Math.floor(index / (height * width)), index % (height * width)];
    const first = channel * layer.shape.input.height * layer.shape.input.width;
    const pixels = pixelsIn(layer, at);
    const all = sum(
      'sum of the window',
      pixels.map((pixel) => layer.input(first + pixel)),
    );
    const padded = pixels.length < layer.spec.size[0] * layer.spec.size[1];
    return [
      all,
      sentence(
        padded
          ? 'Divided by how many there are; the padding is not counted.'
          : 'Divided by how many there are.',
      ),
      quotient('mean', all.result, { label: 'count', value: pixels.length }),
    ];
  },

  compute(layer, index, n) {
    const { height, width } = layer.shape.output;
    const [channel, at] = [Math.floor(index / (height * width)), index % (height * width)];
    const map = mapOf(layer.inputs(n), channel, layer.shape.input);
    const pixels = pixelsIn(layer, at);
    return pixels.reduce((total, pixel) => total + map[pixel], 0) / pixels.length;
  },

  inputGradient(layer, index) {
    const { height, width } = layer.shape.input;
    const [channel, pixel] = [Math.floor(index / (height * width)), index % (height * width)];
    const meetings = outputsCovering(layer.shape, pixel).flat();
    const outputAt = (place: number) =>
      channel * layer.shape.output.height * layer.shape.output.width + meetings[place].output;
    const share = (place: number) => 1 / pixelsIn(layer, meetings[place].output).length;
    const { terms, rest } = largestTerms(
      meetings.length,
      (place) => innerGradient(layer, outputAt(place)) * share(place),
      (place) =>
        term(layer.scene.nameOf(layer.spec.name, outputAt(place)), [
          ...innerFactors(layer, outputAt(place)),
          { label: `1 / ${pixelsIn(layer, meetings[place].output).length}`, value: share(place) },
        ]),
    );
    return [
      sentence(
        meetings.length === 0
          ? 'No window reaches this cell, so it changes nothing: its gradient is 0.'
          : 'A mean passes its gradient on to all its inputs, in equal shares.',
      ),
      sum('∂ of this cell', terms, { rest }),
    ];
  },

  reads(layer, outputs) {
    return mapByMap(layer.shape.output, outputs, layer.noInputs(), (map) => inputsSeenBy(layer.shape, map));
  },

  reaches(layer, inputs) {
    return mapByMap(layer.shape.input, inputs, layer.noOutputs(), (map) =>
      outputsReachedBy(layer.shape, map),
    );
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

function pixelsIn(layer: Layer, at: number): number[] {
  return windowOf(layer.shape, at)
    .flat()
    .filter((pixel) => pixel >= 0);
}
