import type { GlobalAveragePoolSpec } from '../../../../engine/spec';
import type { LayerLayout } from '../../../layout/layerLayout';
import { headingOf, namesOf } from '../../../layout/page';

/** One number per map, in a column: the input of a dense layer, or the logits. */
export const layout: LayerLayout<GlobalAveragePoolSpec> = {
  makesMaps: false,
  keepsSign: true,
  gutterRows: () => 0,

  place(page, { name }) {
    const reads = namesOf(page.maps());
    const column = page.columnOf(name);
    page.heading(column, headingOf(name));
    page.addVector({ name, reads }, reads.length, column);
  },
};
