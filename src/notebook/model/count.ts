import { inferLayers, sizeOf, type Shape } from '../../engine/shapes';
import type { NetworkSpec } from '../../engine/spec';
import { layerKindOf } from '../kinds/layers';
import { receptiveFields } from '../layout/receptiveFields';
import type { CountedRow } from './columns';

/**
 * The computed cells of each layer: shapes, parameters with their arithmetic, activations, the weights of a
 * dense layer between the same shapes, and the receptive field.
 *
 * @throws SpecError if a layer is not valid
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

/** The computed cells of a row without a layer, or below the first invalid one. */
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
