import { inferLayers, sizeOf, type Shape } from '../../engine/shapes';
import type { NetworkSpec } from '../../engine/spec';
import { layerKindOf } from '../kinds/layers';
import { receptiveFields } from '../layout/receptiveFields';
import type { CountedRow } from './columns';

/**
 * What is counted of each layer of a network: shapes, parameters with their arithmetic, activations, what a dense layer
 * between the same shapes would need, and how much of the image one number sees.
 * @throws SpecError when a layer is not possible
 */
export function countLayers(network: NetworkSpec): CountedRow[] {
  const shapes = inferLayers(network);
  const fields = receptiveFields(network, shapes);
  const { input } = network;
  return network.layers.map((layer, index) => {
    const shape = shapes[index];
    const { rows, columns } = fields[index];
    const [inputs, outputs] = [sizeOf(shape.input), sizeOf(shape.output)];
    const parameters = shape.parameters.reduce((sum, each) => sum + product(each.shape), 0);
    return {
      'Output shape': shapeText(shape.output),
      Parameters: layerKindOf(layer).table.parameters(layer, shape),
      'Parameters, counted': parameters,
      Activations: outputs,
      'A dense layer would need': inputs * outputs,
      'Receptive field': `${Math.min(rows.size, input.height)}×${Math.min(columns.size, input.width)}`,
      Note: '',
    };
  });
}

/** What stands in the counted cells of a row without a layer, or below the first that cannot be. */
export const NOTHING_COUNTED: CountedRow = {
  'Output shape': '',
  Parameters: '',
  'Parameters, counted': '',
  Activations: '',
  'A dense layer would need': '',
  'Receptive field': '',
  Note: '',
};

/** "2 maps of 26×26", or "288 numbers". */
function shapeText({ channels, height, width }: Shape): string {
  if (height === 1 && width === 1) return channels === 1 ? '1 number' : `${channels} numbers`;
  return `${channels} ${channels === 1 ? 'map' : 'maps'} of ${height}×${width}`;
}

function product(sides: readonly number[]): number {
  return sides.reduce((all, side) => all * side, 1);
}
