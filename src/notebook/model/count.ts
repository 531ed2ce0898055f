import { inferLayers, sizeOf, type LayerShape, type Shape } from '../../engine/shapes';
import type { LayerSpec, NetworkSpec } from '../../engine/spec';
import type { CountedRow } from './columns';

/**
 * What is counted of each layer of a network: shapes, parameters with their arithmetic, activations, what a dense layer
 * between the same shapes would need, and how much of the image one number sees.
 * @throws SpecError when a layer is not possible
 */
export function countLayers(network: NetworkSpec): CountedRow[] {
  const shapes = inferLayers(network);
  let field: Field = { height: 1, width: 1, jump: 1, map: network.input };
  return network.layers.map((layer, index) => {
    const shape = shapes[index];
    field = widened(field, layer, shape);
    const [inputs, outputs] = [sizeOf(shape.input), sizeOf(shape.output)];
    const parameters = shape.parameters.reduce((sum, each) => sum + product(each.shape), 0);
    return {
      'Output shape': shapeText(shape.output),
      Parameters: arithmetic(layer, shape),
      'Parameters, counted': parameters,
      Activations: outputs,
      'A dense layer would need': inputs * outputs,
      'Receptive field': `${Math.min(field.height, network.input.height)}×${Math.min(field.width, network.input.width)}`,
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

/** How much of the image one number sees, how far apart in it two neighbours' centres are, and the map they stand in. */
interface Field {
  readonly height: number;
  readonly width: number;
  readonly jump: number;
  readonly map: Pick<Shape, 'height' | 'width'>;
}

/**
 * The receptive-field arithmetic of Dumoulin & Visin: r += (k − 1)·jump, then jump *= stride. A dense layer, and a
 * global average pool, see the whole map before them.
 */
function widened(
  { height, width, jump, map }: Field,
  { type }: LayerSpec,
  { kernel, stride, output }: LayerShape,
): Field {
  const seen = type === 'dense' ? map : kernel;
  return {
    height: height + (seen.height - 1) * jump,
    width: width + (seen.width - 1) * jump,
    jump: jump * stride,
    map: type === 'flatten' ? map : output,
  };
}

/** "3·3·2·8 + 8": kernel height, kernel width, channels, filters, and a bias for each filter. */
function arithmetic(layer: LayerSpec, { input, output }: LayerShape): string {
  switch (layer.type) {
    case 'conv2d':
      return `${layer.kernel.join('·')}·${input.channels}·${layer.filters} + ${layer.filters}`;
    case 'depthwiseConv2d':
      return `${layer.kernel.join('·')}·${output.channels} + ${output.channels}`;
    case 'dense':
      return `${input.channels}·${layer.units} + ${layer.units}`;
    case 'batchNorm':
      return `${output.channels} + ${output.channels}`;
    default:
      return '';
  }
}

/** "2 maps of 26×26", or "288 numbers". */
function shapeText({ channels, height, width }: Shape): string {
  if (height === 1 && width === 1) return channels === 1 ? '1 number' : `${channels} numbers`;
  return `${channels} ${channels === 1 ? 'map' : 'maps'} of ${height}×${width}`;
}

function product(sides: readonly number[]): number {
  return sides.reduce((all, side) => all * side, 1);
}
