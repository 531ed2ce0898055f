import type { Conv2dSpec } from '../../../../engine/spec';
import { filtersAndMaps } from '../../../layout/filters';
import type { LayerLayout } from '../../../layout/layerLayout';

/** A filter over C channels is C matrices. */
export const layout: LayerLayout<Conv2dSpec> = filtersAndMaps;
