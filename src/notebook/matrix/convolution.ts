import { inferShapes, type LayerShape, type Shape } from '../../engine/shapes';
import type { Conv2dSpec, DepthwiseConv2dSpec, NetworkSpec } from '../../engine/spec';
import { indexOf, type ValueCell } from '../sheet/valueCells';

/** A layer that can be written as a matrix. */
export interface Convolution {
  readonly spec: Conv2dSpec | DepthwiseConv2dSpec;
  readonly shape: LayerShape;
  /** The layer whose maps it reads, or 'input'. */
  readonly input: string;
}

/** The part of a network to show as a matrix; all indexes from 0. */
export interface Choice {
  /** Name of a convolution. */
  readonly layer: string;
  readonly filter: number;
  /** The input channel; undefined for all of them, side by side. */
  readonly channel?: number;
  /** The output to centre on where not all fit; by default the middle of the map. */
  readonly at?: MapPosition;
}

/** A position in a map. */
export interface MapPosition {
  readonly row: number;
  readonly column: number;
}

export function convolutionsOf(network: NetworkSpec): Convolution[] {
  const shapes = inferShapes(network);
  return network.layers.flatMap((spec, index) =>
    spec.type === 'conv2d' || spec.type === 'depthwiseConv2d'
      ? [{ spec, shape: shapes[index], input: network.layers[index - 1]?.name ?? 'input' }]
      : [],
  );
}

/** The channels that a filter reads; a depthwise filter reads only its own. */
export function channelsRead({ spec, shape }: Convolution, filter: number): number[] {
  if (spec.type === 'depthwiseConv2d') return [filter];
  return Array.from({ length: shape.input.channels }, (_, channel) => channel);
}

/**
 * The part of a convolution that a cell belongs to; undefined if it is in none of its filters, biases and
 * maps.
 */
export function choiceAt(convolutions: readonly Convolution[], spot: ValueCell): Choice | undefined {
  const { tensor } = spot.block.source;
  const index = indexOf(spot);
  for (const convolution of convolutions) {
    const layer = convolution.spec.name;
    if (tensor === `${layer}.bias`) return { layer, filter: index };
    if (tensor === `${layer}.filters`) return { layer, ...matrixAt(convolution, index) };
    if (tensor === layer) return { layer, ...outputAt(convolution.shape.output, index) };
  }
  return undefined;
}

/** Number of weights in one matrix of a filter. */
export function kernelSize({ spec: { kernel } }: Convolution): number {
  return kernel[0] * kernel[1];
}

/** Index in the filters `[filters, channels, height, width]` at which a matrix begins. */
export function matrixStart(convolution: Convolution, filter: number, channel: number): number {
  const channels = channelsRead(convolution, filter);
  return (filter * channels.length + channels.indexOf(channel)) * kernelSize(convolution);
}

function matrixAt(convolution: Convolution, index: number): Pick<Choice, 'filter' | 'channel'> {
  const matrix = Math.floor(index / kernelSize(convolution));
  if (convolution.spec.type === 'depthwiseConv2d') return { filter: matrix };
  const { channels } = convolution.shape.input;
  return { filter: Math.floor(matrix / channels), channel: matrix % channels };
}

function outputAt({ height, width }: Shape, index: number): Pick<Choice, 'filter' | 'at'> {
  const within = index % (height * width);
  return {
    filter: Math.floor(index / (height * width)),
    at: { row: Math.floor(within / width), column: within % width },
  };
}
