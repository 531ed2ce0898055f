import type { DepthwiseConv2dSpec } from '../../../../engine/spec';
import { filtersAndMaps } from '../../../layout/filters';
import type { LayerLayout } from '../../../layout/layerLayout';

/** A filter is one matrix, for its own channel. */
export const layout: LayerLayout<DepthwiseConv2dSpec> = filtersAndMaps;
