import { batchNormEpsilon } from '../../../engine/layers/batchNorm';
import type { BatchNormSpec } from '../../../engine/spec';
import { MODES } from '../../sheet/settings';
import { slopedGradient } from '../activations';
import { formula, ofBatch, StaysValues, type Formula } from '../formula';
import { areaOf, axis, sumOfProducts, type Factor } from '../grid';
import type { LayerFormulas } from '../layer';
import { fixed, settingCell, type LayerPage } from '../page';

type Page = LayerPage<BatchNormSpec>;

/** (x − mean) / √(variance + ε) · scale + shift; mean and variance are those of the batch, or running ones. */
export const batchNorm: LayerFormulas<BatchNormSpec> = {
  output(page, channel, row, column) {
    const x = areaOf(page.inputGrid('values', channel, axis(row, 1), axis(column, 1)));
    const [scale, shift] = ['scale', 'shift'].map((word) => page.own('values', word, channel));
    return formula`(${x}-${mean(page, channel)})/${deviation(page, channel)}*${scale}+${shift}`;
  },

  /** In training each number also moves mean and variance, which takes back what all share, and what lies along. */
  inputGradient(page, channel, row, column) {
    const [rows, columns] = [axis(row, 1), axis(column, 1)];
    const x = areaOf(page.inputGrid('values', channel, rows, columns));
    const own = sumOfProducts(slopedGradient(page, channel, rows, columns));
    const [scale, shift] = ['scale', 'shift'].map((word) => page.own('gradients', word, channel));
    const root = deviation(page, channel);
    const count = formula`(COUNT(${areaOf(fixed(page.inputGrid('values', channel)))})*${settingCell(page.around, 'batchSize')})`;
    const taken = formula`(${shift}+(${x}-${mean(page, channel)})*${scale}/${root})/${count}`;
    const factor = formula`${page.own('values', 'scale', channel)}/${root}`;
    return formula`${factor}*(${own}-IF(${page.isTraining},${taken},0))`;
  },

  parameterGradient(page, word, channel) {
    const gradient = slopedGradient(page, channel).map(({ grids, text }): Factor => ({
      grids: grids.map(fixed),
      text,
    }));
    if (word === 'shift') return sumOfProducts(gradient);
    const middle = mean(page, channel);
    const centred: Factor = {
      grids: [fixed(page.inputGrid('values', channel))],
      text: ([x]) => formula`(${x}-${middle})`,
    };
    return formula`${sumOfProducts([...gradient, centred])}/${deviation(page, channel)}`;
  },

  auxiliary(page, word, channel) {
    const { batchSize, mode } = page.around.settings;
    if (batchSize > 1) throw new StaysValues(ofBatch(batchSize));
    if (MODES[mode] !== 'train') throw new StaysValues('in evaluate mode, of the latest step');
    const name = word === 'batch_mean' ? 'AVERAGE' : 'VAR.P';
    return formula`${name}(${areaOf(fixed(page.inputGrid('values', channel)))})`;
  },
};

function mean(page: Page, channel: number): Formula {
  return current(page, 'mean', channel);
}

function deviation(page: Page, channel: number): Formula {
  return formula`SQRT(${current(page, 'variance', channel)}+${batchNormEpsilon})`;
}

/** In training of the batch, otherwise the running one. */
function current(page: Page, word: 'mean' | 'variance', channel: number): Formula {
  const [batch, running] = ['batch', 'running'].map((kind) => page.own('values', `${kind}_${word}`, channel));
  return formula`IF(${page.isTraining},${batch},${running})`;
}
