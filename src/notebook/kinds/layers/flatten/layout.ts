import type { FlattenSpec } from '../../../../engine/spec';
import type { LayerLayout } from '../../../layout/layerLayout';

/** No cells of its own, unless the layer behind it needs the numbers in a column. */
export const layout: LayerLayout<FlattenSpec> = {
  makesMaps: false,
  keepsSign: true,
  gutterRows: () => 0,
  place: (page, { name }) => page.flatten(name),
};
