import type { GlobalAveragePoolSpec } from '../../../engine/spec';
import { formula } from '../formula';
import { areaOf } from '../grid';
import type { LayerFormulas } from '../layer';
import { fixed } from '../page';

/** The mean of a map; all of its pixels share the gradient. */
export const globalAveragePool: LayerFormulas<GlobalAveragePoolSpec> = {
  output(page, channel) {
    return formula`AVERAGE(${areaOf(page.inputGrid('values', channel))})`;
  },

  inputGradient(page, channel) {
    const gradient = areaOf(fixed(page.outputGrid('gradients', channel)));
    return formula`${gradient}/COUNT(${areaOf(fixed(page.inputGrid('values', channel)))})`;
  },
};
