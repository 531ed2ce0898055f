import { inferShapes, type LayerShape, type Parameter, type State } from '../../../src/engine/shapes';
import type { LayerSpec } from '../../../src/engine/spec';
import type { Compared } from '../../../src/training/overlap/findOverlap';

/** What every number of a network stands for, in words, by tensor: found by walking back from the layer. */
export function numberMeanings(compared: Compared): Map<string, string[]> {
  const { layers } = compared.network;
  const tensors = inferShapes(compared.network).flatMap(({ parameters, state }, at) =>
    [...parameters, ...state].map((tensor): [string, string[]] => [
      tensor.name,
      numbersOf(tensor).map((position) => {
        const [output, input, ...tap] = position;
        const reads =
          layers[at].type === 'depthwiseConv2d' || input === undefined ? '' : walk(compared, at - 1, input);
        const kernel = tensor.shape.slice(2).join('×');
        return `${layers[at].type} ${walk(compared, at, output)} reads ${reads} at ${tap.join()} of ${kernel}`;
      }),
    ]),
  );
  return new Map(tensors);
}

/** What a channel of a layer's output stands for. */
function walk(compared: Compared, at: number, channel: number): string {
  if (at < 0) return `channel ${channel}`;
  const { network, classes } = compared;
  const shapes = inferShapes(network);
  const { type } = network.layers[at];
  if (type === 'conv2d' || type === 'dense') {
    const isLogit = network.layers
      .slice(at + 1)
      .every((layer, index) => passesOn(layer.type, shapes[at + 1 + index]));
    return isLogit ? `class ${classes[channel]}` : `channel ${channel}`;
  }
  if (passesOn(type, shapes[at])) return walk(compared, at - 1, channel);
  const { height, width } = shapes[at].input;
  const pixel = channel % (height * width);
  const map = walk(compared, at - 1, Math.floor(channel / (height * width)));
  return `row ${Math.floor(pixel / width)} and column ${pixel % width} of ${height}×${width} of ${map}`;
}

/** Whether each output channel comes from the input channel of its number alone. */
function passesOn(type: LayerSpec['type'], { input }: LayerShape): boolean {
  if (type === 'flatten') return input.height * input.width === 1;
  return type !== 'conv2d' && type !== 'dense';
}

/** The positions of all numbers of a tensor, in their order. */
function numbersOf({ shape }: Parameter | State): number[][] {
  return shape.reduce<number[][]>(
    (outer, length) => outer.flatMap((each) => Array.from({ length }, (_, index) => [...each, index])),
    [[]],
  );
}
