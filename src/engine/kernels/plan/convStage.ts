import { axesOf } from '../../geometry';
import type { LayerShape, Shape } from '../../layerShape';
import { NUMBER, type MemoryPlan } from './memoryPlan';
import { planesRecord, type Tensor } from './planes';
import type { KernelExports } from '../kernelInstance';
import type { KernelStage } from './kernelStage';

/** What happens to a plane after the sweep; the values of Ending in assembly/convolution.ts. */
const ENDINGS = { planes: 0, pool: 1, crop: 2 } as const;

export interface ConvPlan {
  readonly shape: LayerShape;
  /** Whether each channel has one filter, which reads that channel alone. */
  readonly depthwise: boolean;
  readonly relu: boolean;
  readonly batch: number;
  readonly input: Tensor;
  /** The output of the max pool if one follows, otherwise that of the convolution. */
  readonly output: Tensor;
  readonly ending: keyof typeof ENDINGS;
  readonly wantsInputGradient: boolean;
  /** Addresses. */
  readonly weights: number;
  readonly bias: number;
  readonly weightGradients: number;
  readonly biasGradients: number;
}

/** Positions in the longest tile: a line that is swept by itself must be at least as long. */
const LONGEST_TILE = 16;

/** At most this many filters are swept together. */
const MAX_FILTERS = 6;

/** A convolution with its ReLU and the max pool behind it. */
export function planConv(memory: MemoryPlan, plan: ConvPlan): KernelStage {
  const { batch } = plan;
  const conv = convRecord(memory, plan);
  const backward = planBackward(memory, plan, conv);
  return (kernels) => ({
    forward() {
      kernels.convForward(conv, batch);
    },
    backward: backward(kernels),
  });
}

/**
 * The fastest backward pass: behind a pool few positions have a gradient, so lists of winners are walked
 * instead of planes.
 */
function planBackward(
  memory: MemoryPlan,
  plan: ConvPlan,
  conv: number,
): (kernels: KernelExports) => () => void {
  const { batch, shape, depthwise, ending } = plan;
  const { kernel, dilation } = shape;
  const walks =
    ending === 'pool' && !depthwise && kernel.height === 3 && kernel.width === 3 && dilation === 1;
  if (walks && shape.input.channels > 2) {
    const blocks = blocksRecord(memory, plan);
    return (kernels) => () => kernels.blocksBackward(conv, blocks, batch);
  }
  if (walks) {
    const winners = winnersRecord(memory, plan);
    return (kernels) => () => kernels.patchesBackward(conv, winners, batch);
  }
  return (kernels) => () => kernels.convBackward(conv, batch);
}

function convRecord(memory: MemoryPlan, plan: ConvPlan): number {
  const { shape, depthwise, relu, batch, input, output, ending } = plan;
  const { channels, height, width } = shape.input;
  const filters = shape.output.channels;
  const sweptShape = sweptBy(shape);
  const { height: rows, width: columns } = sweptShape;
  const { row, plane, origin } = input.layout;
  const reach = tapOffsets(shape, row);
  const swept = rows * row;

  const scratch = ending === 'planes' ? 0 : memory.numbers(MAX_FILTERS * swept);
  const outputPlane = ending === 'planes' ? output.layout.plane : swept;
  const forwardTaps = depthwise ? reach : flat(channels, (c) => reach.map((tap) => c * plane + tap));
  // The pool applies the ReLU as well.
  const sweptRelu = relu && ending !== 'pool';
  // A depthwise filter has its own input map, so it is swept alone.
  const most = depthwise ? 1 : Infinity;
  const forward = sweepRecord(
    memory,
    forwardTaps,
    sweptShape,
    row,
    Math.min(filters, most),
    outputPlane,
    sweptRelu,
  );

  const margin = reach[reach.length - 1];
  const slopePlane = margin + Math.max(swept + 4, origin + (height - 1) * row + width);
  const slopes = memory.numbers(filters * slopePlane + margin) + margin * NUMBER;
  const backwardTaps = depthwise
    ? reach.map((tap) => -tap)
    : flat(filters, (f) => reach.map((tap) => f * slopePlane - tap));
  const backward = sweepRecord(
    memory,
    backwardTaps,
    shape.input,
    row,
    Math.min(channels, most),
    plane,
    false,
  );

  const weightCount = filters * forwardTaps.length;
  const first = output.layout.origin * NUMBER;
  return memory.record([
    planesRecord(memory, input.layout, input.values),
    planesRecord(memory, input.layout, input.gradients),
    Number(plan.wantsInputGradient),
    origin * NUMBER,
    channels,
    height,
    width,
    filters,
    rows,
    columns,
    shape.stride.rows,
    shape.stride.columns,
    Number(depthwise),
    Number(relu),
    ENDINGS[ending],
    forward,
    plan.weights,
    memory.numbers(weightCount),
    plan.bias,
    planesRecord(memory, output.layout, output.values + first),
    planesRecord(memory, output.layout, output.gradients + first),
    scratch,
    ending === 'pool' ? memory.integers(batch * filters * poolSize(rows, columns)) : 0,
    plan.weightGradients,
    plan.biasGradients,
    slopes,
    slopePlane * NUMBER,
    backward,
    memory.numbers(weightCount),
    memory.numbers(channels),
  ]);
}

/** The swept plane: all positions from the first to the last output, those that a stride skips included. */
function sweptBy({ output, stride }: LayerShape): Shape {
  const { channels, height, width } = output;
  return { channels, height: (height - 1) * stride.rows + 1, width: (width - 1) * stride.columns + 1 };
}

/**
 * The record Sweep of assembly/sweep.ts, for maps of that shape with `row` numbers from row to row.
 *
 * @param together at most this many filters at once: the fewer, the longer the tiles
 */
function sweepRecord(
  memory: MemoryPlan,
  taps: number[],
  { height, width }: Shape,
  row: number,
  together: number,
  plane: number,
  relu: boolean,
): number {
  const tile = together >= 4 ? 4 : together >= 2 ? 8 : 16;
  const whole = (height - 1) * row + width;
  // Sweeping row by row computes nothing in the gaps, but overlapping last tiles may cost more than that
  // saves.
  const byRows = width >= LONGEST_TILE && height * Math.ceil(width / tile) <= Math.ceil(whole / tile);
  return memory.record([
    memory.record(taps.map((tap) => tap * NUMBER)),
    taps.length,
    byRows ? height : 1,
    byRows ? width : whole,
    row * NUMBER,
    plane * NUMBER,
    Number(relu),
  ]);
}

/** The record Winners of assembly/winners.ts. */
function winnersRecord(memory: MemoryPlan, plan: ConvPlan): number {
  const count = winnersOf(plan);
  const filters = plan.shape.output.channels;
  return memory.record([memory.integers(filters + 1), memory.integers(count), memory.numbers(count)]);
}

/** The record Blocks of assembly/blocks.ts. */
function blocksRecord(memory: MemoryPlan, plan: ConvPlan): number {
  const { shape, input } = plan;
  const { row, plane } = input.layout;
  const blocks = Math.ceil(shape.input.channels / 8);
  const weights = shape.output.channels * blocks * 72;
  const places = shape.output.height * row + 1;
  const count = winnersOf(plan);
  // The last position's kernel row reaches past the end of the plane.
  const slack = 4 * 8;
  return memory.record([
    winnersRecord(memory, plan),
    blocks,
    memory.numbers(weights),
    memory.numbers(weights),
    memory.numbers(plane * 8, slack),
    memory.numbers(plane * 8, slack),
    memory.integers(places + 1),
    memory.integers(count),
    memory.numbers(count),
    memory.integers(2 * places),
  ]);
}

/** Room for the winners of one image, and for one more that is written but not counted. */
function winnersOf({ shape: { output } }: ConvPlan): number {
  return output.channels * poolSize(output.height, output.width) + 1;
}

/**
 * Offsets, in numbers, from a position to the inputs under the taps of one channel, by row and column of the
 * kernel.
 */
function tapOffsets(shape: LayerShape, row: number): number[] {
  const { rows, columns } = axesOf(shape);
  return flat(rows.taps, (i) =>
    Array.from({ length: columns.taps }, (_, j) => (i * row + j) * shape.dilation),
  );
}

function poolSize(rows: number, columns: number): number {
  return Math.floor(rows / 2) * Math.floor(columns / 2);
}

function flat(count: number, each: (index: number) => number[]): number[] {
  return Array.from({ length: count }, (_, index) => each(index)).flat();
}
