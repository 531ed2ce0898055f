import type { GlobalAveragePoolSpec } from '../../../../engine/spec';
import type { LayerLayout } from '../../../layout/layerLayout';
import { headingOf, namesOf } from '../../../layout/page';

/** One number a map, in a column: what a dense layer would read, or the logits themselves. */
export const layout: LayerLayout<GlobalAveragePoolSpec> = {
  makesMaps: false,
  gutterRows: () => 0,

  place(page, { name }) {
    const reads = namesOf(page.maps());
    const column = page.columnOf(name);
    page.heading(column, headingOf(name));
    page.addVector({ name, reads }, reads.length, column);
  },
};
