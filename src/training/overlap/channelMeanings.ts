import { inferShapes, type LayerShape } from '../../engine/shapes';
import type { NotebookSpec } from '../../notebook/sheet/spec';

/** What each input channel and each output channel of a layer stands for. Channels of two networks with equal texts correspond. */
export interface ChannelMeanings {
  readonly input: readonly string[];
  readonly output: readonly string[];
}

/**
 * The meanings of the channels of all layers, in the order of the spec: a map or unit is known by its position, one that is
 * a logit by its class, and a number behind a flatten by its map, row and column.
 */
export function channelMeanings({
  network,
  classes,
}: Pick<NotebookSpec, 'network' | 'classes'>): ChannelMeanings[] {
  const shapes = inferShapes(network);
  const lastMix = shapes.findLastIndex(mixesChannels);
  const makesLogits = shapes.slice(lastMix + 1).every(keepsChannels);
  let input: readonly string[] = positions(network.input.channels);
  return shapes.map((shape, index) => {
    const output = outputOf(shape, input, index === lastMix && makesLogits ? classes : []);
    const meanings = { input, output };
    input = output;
    return meanings;
  });
}

function outputOf(
  shape: LayerShape,
  input: readonly string[],
  classes: readonly string[],
): readonly string[] {
  const { channels } = shape.output;
  if (keepsChannels(shape)) return input;
  if (mixesChannels(shape)) return classes.length === channels ? classes.map(asClass) : positions(channels);
  const { height, width } = shape.input;
  return input.flatMap((map) =>
    positions(height * width).map((pixel) => `${map}, pixel ${pixel} of ${height}×${width}`),
  );
}

/** Whether each output channel is a weighted sum of all input channels. */
function mixesChannels({ parameters }: LayerShape): boolean {
  return parameters.some(({ shape, groups }) => shape.length > 1 && groups === undefined);
}

/** Whether each output channel is made of the input channel at its position. */
function keepsChannels(shape: LayerShape): boolean {
  return !mixesChannels(shape) && shape.output.channels === shape.input.channels;
}

function positions(count: number): string[] {
  return Array.from({ length: count }, (_, index) => String(index));
}

/** Two classes of the same name stay apart. */
function asClass(name: string, index: number, classes: readonly string[]): string {
  const earlier = classes.slice(0, index).filter((each) => each === name).length;
  return `class ${name} ${earlier}`;
}
