import type { FlattenSpec } from '../../../engine/spec';
import { formula } from '../formula';
import type { LayerFormulas } from '../layer';

/** Every number as it was, channel by channel, row by row. */
export const flatten: LayerFormulas<FlattenSpec> = {
  output(page, index) {
    return formula`${page.inputAt('values', index)}`;
  },

  inputGradient(page, channel, row, column) {
    const { height, width } = page.shape.input;
    return formula`${page.outputAt('gradients', (channel * height + row) * width + column)}`;
  },
};
