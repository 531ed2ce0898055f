import type { DenseSpec } from '../../../../engine/spec';
import { valueShape } from '../../../sheet/block';
import { actsAcrossChannels, sloped, slopedGradient } from '../../../formulas/activations';
import { formula, joined, type Formula } from '../../../formulas/formula';
import { areaOf, axis, cellIn, fixed, fixedFactors, sumOfProducts } from '../../../formulas/grid';
import type { LayerFormulas } from '../../../formulas/layerFormulas';
import { allOf, channelsOf, type LayerCells } from '../../../formulas/layerCells';

type Layer = LayerCells<DenseSpec>;

/** Every input times its own weight, all summed, and the bias if there is one. */
export const formulas: LayerFormulas<DenseSpec> = {
  output(layer, unit) {
    const weighted = readsColumn(layer) ? weightedColumn(layer, unit) : weightedMaps(layer, unit);
    if (layer.spec.bias === false) return weighted;
    return formula`${weighted}+${{ ...layer.own('values', 'bias', unit), fixed: false }}`;
  },

  inputGradient(layer, index) {
    const units = channelsOf(layer.shape.output);
    if (readsColumn(layer) && !actsAcrossChannels(layer)) {
      const every = axis(0, units.length);
      const weights = layer.grid('values', weightsOf(layer), index, every);
      const column = (key: 'values' | 'gradients') => fixed(layer.grid(key, layer.spec.name, 0, every));
      return sumOfProducts([{ grids: [weights] }, ...sloped(layer, column, 0)]);
    }
    const terms = units.map((unit) =>
      sumOfProducts([
        { grids: [layer.grid('values', weightsOf(layer), unit * layer.shape.input.channels + index)] },
        ...unitGradient(layer, unit),
      ]),
    );
    return joined(terms, '+');
  },

  parameterGradient(layer, word, index) {
    if (word === 'bias') return sumOfProducts(slopedGradient(layer, index));
    const inputs = layer.shape.input.channels;
    const input = layer.grid('values', layer.input, index % inputs);
    return sumOfProducts([{ grids: [input] }, ...unitGradient(layer, Math.floor(index / inputs))]);
  },

  auxiliary: undefined,
};

const weightsOf = (layer: Layer) => `${layer.spec.name}.weights`;

function unitGradient(layer: Layer, unit: number) {
  return fixedFactors(slopedGradient(layer, unit));
}

/**
 * Whether the input is one column, so that the weights are one matrix with a row per unit. Otherwise it is
 * maps.
 */
function readsColumn(layer: Layer): boolean {
  const inputs = layer.shape.input.channels;
  const input = valueShape(layer.grid('values', layer.input, 0).block);
  const weights = valueShape(layer.grid('values', weightsOf(layer), 0).block);
  const isMatrix = weights.rows === layer.spec.units && weights.columns === inputs;
  return isMatrix && input.columns === 1 && input.rows === inputs;
}

function weightedColumn(layer: Layer, unit: number): Formula {
  const inputs = layer.shape.input.channels;
  const weights = layer.grid('values', weightsOf(layer), unit * inputs, axis(0, 1), axis(0, inputs));
  const input = fixed(layer.grid('values', layer.input, 0, axis(0, inputs)));
  if (inputs === 1) return formula`${cellIn(weights, 0, 0)}*${cellIn(input, 0, 0)}`;
  return formula`SUM(MMULT(${areaOf(weights)},${areaOf(input)}))`;
}

/** One SUMPRODUCT for each channel. */
function weightedMaps(layer: Layer, unit: number): Formula {
  const { notebook, input, shape } = layer;
  const sums: Formula[] = [];
  for (let index = 0; index < shape.input.channels;) {
    const { block } = layer.grid('values', input, index);
    const weights = layer.grid('values', weightsOf(layer), unit * shape.input.channels + index).block;
    const { rows, columns } = valueShape(block);
    sums.push(
      rows * columns === 1
        ? formula`${allOf(notebook, 'values', block)}*${allOf(notebook, 'values', weights)}`
        : formula`SUMPRODUCT(${allOf(notebook, 'values', block)},${allOf(notebook, 'values', weights)})`,
    );
    index += rows * columns;
  }
  return joined(sums, '+');
}
