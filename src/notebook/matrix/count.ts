import { channelsRead, kernelSize, type Convolution } from './convolution';
import { usesOf } from './taps';

/** The size of a convolution's matrix, compared with a dense layer of the same shape. */
export interface MatrixCount {
  /** Rows and columns of the matrix. */
  readonly outputs: number;
  readonly pixels: number;
  /** Weights of a dense layer: one for each output and pixel. */
  readonly dense: number;
  /** Entries that connect an output with a pixel under its window; all others are zero. */
  readonly connections: number;
  /** How many different weights these entries have. */
  readonly weights: number;
  readonly biases: number;
}

/** One filter of a convolution: one map of outputs, and the channels that it reads. */
export function countFilter(convolution: Convolution): MatrixCount {
  const { input, output } = convolution.shape;
  const channels = channelsRead(convolution, 0).length;
  const outputs = output.height * output.width;
  const pixels = channels * input.height * input.width;
  return {
    outputs,
    pixels,
    dense: outputs * pixels,
    connections: channels * sum(usesOf(convolution, 'height')) * sum(usesOf(convolution, 'width')),
    weights: channels * kernelSize(convolution),
    biases: 1,
  };
}

/** All filters: the matrices of all maps below each other. */
export function countLayer(convolution: Convolution): MatrixCount {
  const { input, output } = convolution.shape;
  const filter = countFilter(convolution);
  const outputs = output.channels * filter.outputs;
  const pixels = input.channels * input.height * input.width;
  return {
    outputs,
    pixels,
    dense: outputs * pixels,
    connections: output.channels * filter.connections,
    weights: output.channels * filter.weights,
    biases: output.channels,
  };
}

/**
 * "A dense layer of that shape would have 529,984 weights. The convolution has 9 and a bias, and uses each weight 676
 * times."
 */
export function countInWords(convolution: Convolution): string {
  const { dense, weights } = countFilter(convolution);
  const uses = usesOf(convolution, 'height').flatMap((rows) =>
    usesOf(convolution, 'width').map((columns) => rows * columns),
  );
  const most = Math.max(...uses);
  const often = uses.every((each) => each === most) ? timesOf(most) : `up to ${timesOf(most)}`;
  return (
    `A dense layer of that shape would have ${inWords(dense)} ${dense === 1 ? 'weight' : 'weights'}. ` +
    `The convolution has ${inWords(weights)} and a bias, and uses each weight ${often}.`
  );
}

export function inWords(count: number): string {
  return count.toLocaleString('en-US');
}

function timesOf(count: number): string {
  return count === 1 ? 'once' : `${inWords(count)} times`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
