import { batchNormEpsilon } from '../../../../engine/layers/batchNorm';
import type { BatchNormSpec } from '../../../../engine/spec';
import { slopedGradient } from '../../../formulas/activations';
import { formula, ofBatch, StaysValues, type Formula } from '../../../formulas/formula';
import {
  areaOf,
  axis,
  fixed,
  fixedFactors,
  sumAsFactor,
  sumOfProducts,
  type Factor,
} from '../../../formulas/grid';
import type { LayerFormulas } from '../../../formulas/layerFormulas';
import { settingCell, type LayerCells } from '../../../formulas/layerCells';

type Layer = LayerCells<BatchNormSpec>;

/** (x − mean) / √(variance + ε) · scale + shift; with mean and variance of the batch, or the running ones. */
export const formulas: LayerFormulas<BatchNormSpec> = {
  output(layer, channel, row, column) {
    const x = areaOf(layer.inputGrid('values', channel, axis(row, 1), axis(column, 1)));
    const [scale, shift] = ['scale', 'shift'].map((word) => layer.own('values', word, channel));
    return formula`(${x}-${mean(layer, channel)})/${standardDeviation(layer, channel)}*${scale}+${shift}`;
  },

  /**
   * In training dx = γ/σ · (dy − mean(dy) − x̂ · mean(dy · x̂)), since each number also moves mean and
   * variance.
   */
  inputGradient(layer, channel, row, column) {
    const [rows, columns] = [axis(row, 1), axis(column, 1)];
    const x = areaOf(layer.inputGrid('values', channel, rows, columns));
    const own = sumOfProducts(slopedGradient(layer, channel, rows, columns));
    const [scale, shift] = ['scale', 'shift'].map((word) => layer.own('gradients', word, channel));
    const root = standardDeviation(layer, channel);
    const count = formula`(COUNT(${areaOf(fixed(layer.inputGrid('values', channel)))})*${settingCell(layer.notebook, 'batchSize')})`;
    const taken = formula`(${shift}+(${x}-${mean(layer, channel)})*${scale}/${root})/${count}`;
    const factor = formula`${layer.own('values', 'scale', channel)}/${root}`;
    return formula`${factor}*(${own}-IF(${layer.isTraining},${taken},0))`;
  },

  parameterGradient(layer, word, channel) {
    const gradient = fixedFactors(slopedGradient(layer, channel));
    if (word === 'shift') return sumOfProducts(gradient);
    const middle = mean(layer, channel);
    const centred: Factor = {
      grids: [fixed(layer.inputGrid('values', channel))],
      text: ([x]) => formula`(${x}-${middle})`,
    };
    return formula`${sumAsFactor([...gradient, centred])}/${standardDeviation(layer, channel)}`;
  },

  auxiliary(layer, word, channel) {
    const { batchSize, mode } = layer.notebook.settings;
    if (batchSize > 1) throw new StaysValues(ofBatch(batchSize));
    if (mode !== 'train') throw new StaysValues('in evaluate mode, of the batch as in training');
    const name = word === 'batch_mean' ? 'AVERAGE' : 'VAR.P';
    return formula`${name}(${areaOf(fixed(layer.inputGrid('values', channel)))})`;
  },
};

function mean(layer: Layer, channel: number): Formula {
  return current(layer, 'mean', channel);
}

function standardDeviation(layer: Layer, channel: number): Formula {
  return formula`SQRT(${current(layer, 'variance', channel)}+${batchNormEpsilon})`;
}

/** In training the statistic of the batch, otherwise the running one. */
function current(layer: Layer, word: 'mean' | 'variance', channel: number): Formula {
  const [batch, running] = ['batch', 'running'].map((kind) =>
    layer.own('values', `${kind}_${word}`, channel),
  );
  return formula`IF(${layer.isTraining},${batch},${running})`;
}
