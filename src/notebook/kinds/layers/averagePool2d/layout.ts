import type { AveragePool2dSpec } from '../../../../engine/spec';
import type { LayerLayout } from '../../../layout/layerLayout';
import { pooledMaps } from '../../../layout/pool2d';

export const layout: LayerLayout<AveragePool2dSpec> = pooledMaps;
