import type { InputNormSpec } from '../../../engine/spec';
import { formula } from '../formula';
import { areaOf, axis } from '../grid';
import type { LayerFormulas } from '../layer';

/** (x − mean) / deviation. */
export const inputNorm: LayerFormulas<InputNormSpec> = {
  output(page, channel, row, column) {
    const x = areaOf(page.inputGrid('values', channel, axis(row, 1), axis(column, 1)));
    const [mean, deviation] = ['mean', 'deviation'].map((word) => page.own('values', word, channel));
    return formula`(${x}-${mean})/${deviation}`;
  },

  inputGradient(page, channel, row, column) {
    const gradient = areaOf(page.outputGrid('gradients', channel, axis(row, 1), axis(column, 1)));
    return formula`${gradient}/${page.own('values', 'deviation', channel)}`;
  },
};
