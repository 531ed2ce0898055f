import type { LayerShape, Shape } from '../shapes';
import type { Conv2dSpec, DepthwiseConv2dSpec } from '../spec';
import { NUMBER, type Arena } from './arena';
import { planesRecord, type Tensor } from './planes';
import type { KernelExports } from './space';
import type { Stage } from './stage';

/** What becomes of the planes that a convolution sweeps; as Ending in assembly/conv.ts. */
const ENDINGS = { planes: 0, pool: 1, crop: 2 } as const;

export interface ConvPlan {
  readonly spec: Conv2dSpec | DepthwiseConv2dSpec;
  readonly shape: LayerShape;
  readonly batch: number;
  readonly input: Tensor;
  /** Behind the max pool, if one follows. */
  readonly output: Tensor;
  readonly ending: keyof typeof ENDINGS;
  readonly wantsInputGradient: boolean;
  /** Addresses. */
  readonly weights: number;
  readonly bias: number;
  readonly weightGradients: number;
  readonly biasGradients: number;
}

/** No line is shorter. */
const LONGEST_TILE = 16;

/** Filters whose planes are swept together, at most. */
const TOGETHER = 6;

/** A convolution with its ReLU and the max pool behind it. */
export function planConv(arena: Arena, plan: ConvPlan): Stage {
  const { batch } = plan;
  const conv = convRecord(arena, plan);
  const backward = planBackward(arena, plan, conv);
  return (kernels) => ({
    forward() {
      kernels.convForward(conv, batch);
    },
    backward: backward(kernels),
  });
}

/** The way back that suits: where a pool leaves few slopes, lists of them are walked, not planes. */
function planBackward(arena: Arena, plan: ConvPlan, conv: number): (kernels: KernelExports) => () => void {
  const { batch, shape, ending } = plan;
  const { type, kernel, dilation = 1 } = plan.spec;
  const walks =
    ending === 'pool' && type === 'conv2d' && kernel[0] === 3 && kernel[1] === 3 && dilation === 1;
  if (walks && shape.input.channels > 2) {
    const blocks = blocksRecord(arena, plan);
    return (kernels) => () => kernels.blocksBackward(conv, blocks, batch);
  }
  if (walks) {
    const winners = winnersRecord(arena, plan);
    return (kernels) => () => kernels.patchesBackward(conv, winners, batch);
  }
  return (kernels) => () => kernels.convBackward(conv, batch);
}

function convRecord(arena: Arena, plan: ConvPlan): number {
  const { spec, shape, batch, input, output, ending } = plan;
  const { channels, height, width } = shape.input;
  const filters = shape.output.channels;
  const sweptShape = sweptBy(shape);
  const { height: rows, width: columns } = sweptShape;
  const { row, plane, origin } = input.layout;
  const depthwise = spec.type === 'depthwiseConv2d';
  const relu = spec.activation === 'relu';
  const reach = tapOffsets(spec, row);
  const swept = rows * row;

  const scratch = ending === 'planes' ? 0 : arena.numbers(TOGETHER * swept);
  const outputPlane = ending === 'planes' ? output.layout.plane : swept;
  const forwardTaps = depthwise ? reach : flat(channels, (c) => reach.map((tap) => c * plane + tap));
  // A pool comes before the ReLU, which does it together with that.
  const sweptRelu = relu && ending !== 'pool';
  // A map of its own for each channel is swept alone.
  const most = depthwise ? 1 : Infinity;
  const forward = sweepRecord(
    arena,
    forwardTaps,
    sweptShape,
    row,
    Math.min(filters, most),
    outputPlane,
    sweptRelu,
  );

  const margin = reach[reach.length - 1];
  const slopePlane = margin + Math.max(swept + 4, origin + (height - 1) * row + width);
  const slopes = arena.numbers(filters * slopePlane + margin) + margin * NUMBER;
  const backwardTaps = depthwise
    ? reach.map((tap) => -tap)
    : flat(filters, (f) => reach.map((tap) => f * slopePlane - tap));
  const backward = sweepRecord(arena, backwardTaps, shape.input, row, Math.min(channels, most), plane, false);

  const weightCount = filters * forwardTaps.length;
  const first = output.layout.origin * NUMBER;
  return arena.record([
    planesRecord(arena, input.layout, input.values),
    planesRecord(arena, input.layout, input.gradients),
    Number(plan.wantsInputGradient),
    origin * NUMBER,
    channels,
    height,
    width,
    filters,
    rows,
    columns,
    shape.stride,
    Number(depthwise),
    Number(relu),
    ENDINGS[ending],
    forward,
    plan.weights,
    arena.numbers(weightCount),
    plan.bias,
    planesRecord(arena, output.layout, output.values + first),
    planesRecord(arena, output.layout, output.gradients + first),
    scratch,
    ending === 'pool' ? arena.integers(batch * filters * poolSize(rows, columns)) : 0,
    plan.weightGradients,
    plan.biasGradients,
    slopes,
    slopePlane * NUMBER,
    backward,
    arena.numbers(weightCount),
    arena.numbers(channels),
  ]);
}

/** All outputs from the first to the last, those between them that a stride leaves out among them. */
function sweptBy({ output, stride }: LayerShape): Shape {
  const { channels, height, width } = output;
  return { channels, height: (height - 1) * stride + 1, width: (width - 1) * stride + 1 };
}

/**
 * As Sweep in assembly/tiles.ts; of maps of that shape, `row` numbers from row to row.
 * @param together how many maps may be swept at once: the fewer, the longer the tiles
 */
function sweepRecord(
  arena: Arena,
  taps: number[],
  { height, width }: Shape,
  row: number,
  together: number,
  plane: number,
  relu: boolean,
): number {
  const tile = together >= 4 ? 4 : together >= 2 ? 8 : 16;
  const whole = (height - 1) * row + width;
  // Row by row nothing is computed between the rows, unless the last tiles overlap too much.
  const byRows = width >= LONGEST_TILE && height * Math.ceil(width / tile) <= Math.ceil(whole / tile);
  return arena.record([
    arena.record(taps.map((tap) => tap * NUMBER)),
    taps.length,
    byRows ? height : 1,
    byRows ? width : whole,
    row * NUMBER,
    plane * NUMBER,
    Number(relu),
  ]);
}

/** As Winners in assembly/winners.ts. */
function winnersRecord(arena: Arena, plan: ConvPlan): number {
  const count = winnersOf(plan);
  const filters = plan.shape.output.channels;
  return arena.record([arena.integers(filters + 1), arena.integers(count), arena.numbers(count)]);
}

/** As Blocks in assembly/blocks.ts. */
function blocksRecord(arena: Arena, plan: ConvPlan): number {
  const { shape, input } = plan;
  const { row, plane } = input.layout;
  const blocks = Math.ceil(shape.input.channels / 8);
  const weights = shape.output.channels * blocks * 72;
  const places = shape.output.height * row + 1;
  const count = winnersOf(plan);
  // A kernel's row at the last place reaches behind the plane.
  const slack = 4 * 8;
  return arena.record([
    winnersRecord(arena, plan),
    blocks,
    arena.numbers(weights),
    arena.numbers(weights),
    arena.numbers(plane * 8, slack),
    arena.numbers(plane * 8, slack),
    arena.integers(places + 1),
    arena.integers(count),
    arena.numbers(count),
    arena.integers(2 * places),
  ]);
}

/** Room for those of an image, and one that does not count. */
function winnersOf({ shape: { output } }: ConvPlan): number {
  return output.channels * poolSize(output.height, output.width) + 1;
}

/** From a position to the numbers that the taps of one channel meet, in rows and columns of the kernel. */
function tapOffsets({ kernel, dilation = 1 }: ConvPlan['spec'], row: number): number[] {
  return flat(kernel[0], (i) => Array.from({ length: kernel[1] }, (_, j) => (i * row + j) * dilation));
}

function poolSize(rows: number, columns: number): number {
  return Math.floor(rows / 2) * Math.floor(columns / 2);
}

function flat(count: number, each: (index: number) => number[]): number[] {
  return Array.from({ length: count }, (_, index) => each(index)).flat();
}
