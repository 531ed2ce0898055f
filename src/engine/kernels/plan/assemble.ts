// plan/: how a network is laid out in the kernels' memory, and which of its layers they compute. Imports the engine's layers and
// shapes, and from kernels/ only what a kernel instance exports.
import { activationFor } from '../../activations';
import { activationOf, layerFor } from '../../layers';
import type { CompiledLayer, Layer, Mode } from '../../layers/layer';
import { sizeOf, type LayerShape, type Shape } from '../../layerShape';
import type { Activation, LayerSpec, NetworkSpec } from '../../spec';
import { PlannedArray, type MemoryPlan } from './memoryPlan';
import { planConv } from './convStage';
import { planDense } from './denseStage';
import { planPad } from './padStage';
import { denseLayout, isDense, paddedLayout, reserve, rowOf, type Layout, type Tensor } from './planes';
import type { KernelStage } from './kernelStage';

/** The stages of a network whose memory is planned. */
export interface Assembly {
  readonly input: Tensor;
  readonly logits: Tensor;
  readonly stages: readonly KernelStage[];
  /** The first stage that learns: the way back ends there. */
  readonly firstToLearn: number;
  /** Layers that run as they are, once they are made; in the order of the network. */
  readonly plain: readonly CompiledLayer[];
  readonly auxiliary: ReadonlyMap<string, Float64Array>;
}

/** Where what is learned stands, and its gradients, and the arrays of the state. */
export interface Learned {
  parameter(name: string): PlannedArray;
  gradient(name: string): PlannedArray;
  state(name: string): Float64Array;
  mode: Mode;
}

/**
 * A stride of 2 is swept as one of 1, of which a quarter is kept: four times the work, and still two to three times as fast as
 * the plain layer. Beyond that the plain layer is as fast.
 */
const MOST_STRIDE = 2;

/** A sweep writes no fewer positions than this, and a dense layer reads no fewer inputs. */
const LEAST_POSITIONS = 16;
const LEAST_INPUTS = 4;

/**
 * Plans all of a network: convolutions with the ReLU and the 2×2 max pool behind them, and dense layers, run in kernels, all
 * else as in the plain network, over the same memory. Undefined where no layer would gain.
 */
export function assemble(
  spec: NetworkSpec,
  shapes: LayerShape[],
  batch: number,
  memoryPlan: MemoryPlan,
  learned: Learned,
): Assembly | undefined {
  return new Assembler(spec, shapes, batch, memoryPlan, learned).assemble();
}

class Assembler {
  private readonly stages: KernelStage[] = [];
  private readonly plain: CompiledLayer[] = [];
  private readonly auxiliary = new Map<string, Float64Array>();
  private kernelsServe = false;
  private firstToLearn?: number;

  constructor(
    private readonly spec: NetworkSpec,
    private readonly shapes: LayerShape[],
    private readonly batch: number,
    private readonly memoryPlan: MemoryPlan,
    private readonly learned: Learned,
  ) {}

  assemble(): Assembly | undefined {
    const input = this.reserve(denseLayout(this.spec.input));
    let tensor = input;
    for (let at = 0; at < this.shapes.length;) {
      const layer = this.spec.layers[at];
      if (isConvolution(layer) && this.isSwept(at)) {
        tensor = this.addConv(at, layer, tensor);
        at += this.poolsAfter(at) ? 2 : 1;
      } else {
        tensor = this.addLayer(at, layer, tensor);
        at += 1;
      }
    }
    if (!this.kernelsServe) return undefined;
    const { stages, firstToLearn = stages.length, plain, auxiliary } = this;
    return { input, logits: tensor, stages, firstToLearn, plain, auxiliary };
  }

  private addLayer(at: number, layer: LayerSpec, input: Tensor): Tensor {
    const shape = this.shapes[at];
    // Rows of one number a channel: what was maps already lies as flatten wants it.
    if (usedAs(layer) === 'flatten') return { ...input, layout: denseLayout(shape.output) };
    const output = this.reserve(denseLayout(shape.output));
    const activation = activationOf(layer);
    const inner = this.beforeActivation(activation, output);
    if (shape.parameters.length) this.firstToLearn ??= this.stages.length;
    if (usedAs(layer) === 'dense' && shape.input.channels >= LEAST_INPUTS) {
      this.kernelsServe = true;
      const { batch, memoryPlan } = this;
      const wantsInputGradient = this.learnsBefore(at);
      const places = this.placesOf(`${layer.name}.weights`, `${layer.name}.bias`);
      this.stages.push(
        planDense(memoryPlan, { shape, batch, input, output: inner, wantsInputGradient, ...places }),
      );
    } else {
      this.addPlain(at, layer, input, inner);
    }
    this.addActivation(activation, shape.output, inner, output);
    return output;
  }

  /** A convolution, with its ReLU and pool where it has them. Returns what comes out of all. */
  private addConv(at: number, spec: LayerSpec, before: Tensor): Tensor {
    const { shapes, memoryPlan, batch } = this;
    const input = this.padded(at, before);
    const pools = this.poolsAfter(at);
    const after = at + (pools ? 2 : 1);
    const { output: shape } = shapes[after - 1];
    const isRead = this.isSwept(after);
    const ending = pools ? 'pool' : isRead && this.leavesPlanes(at) ? 'planes' : 'crop';
    const output = this.reserve(
      ending === 'planes'
        ? paddedLayout(shape, shapes[after].pads, input.layout.row)
        : isRead && isFused(spec)
          ? this.layoutFor(after)
          : denseLayout(shape),
    );
    const activation = isFused(spec) ? 'none' : activationOf(spec);
    const inner = this.beforeActivation(activation, output);
    const wantsInputGradient = this.learnsBefore(at);
    const places = this.placesOf(`${spec.name}.filters`, `${spec.name}.bias`);
    this.kernelsServe = true;
    this.firstToLearn ??= this.stages.length;
    this.stages.push(
      planConv(memoryPlan, {
        shape: shapes[at],
        depthwise: usedAs(spec) === 'depthwise convolution',
        relu: rectifies(spec),
        batch,
        input,
        output: inner,
        ending,
        wantsInputGradient,
        ...places,
      }),
    );
    this.addActivation(activation, shape, inner, output);
    return output;
  }

  private addPlain(at: number, layer: LayerSpec, input: Tensor, output: Tensor): void {
    const { batch, learned } = this;
    const shape = this.shapes[at];
    this.stages.push((_kernels, memory) => {
      const view = (address: number, of: Shape) => new PlannedArray(address, batch * sizeOf(of)).view(memory);
      const compiled = layerFor(layer).compile(layer, shape, {
        batch,
        input: view(input.values, shape.input),
        output: view(output.values, shape.output),
        parameters: shape.parameters.map(({ name }) => learned.parameter(name).view(memory)),
        state: shape.state.map(({ name }) => learned.state(name)),
        inputGradient: view(input.gradients, shape.input),
        outputGradient: view(output.gradients, shape.output),
        parameterGradients: shape.parameters.map(({ name }) => learned.gradient(name).view(memory)),
        mode: learned.mode,
      });
      this.plain.push(compiled);
      for (const [word, values] of Object.entries(compiled.auxiliary ?? {}))
        this.auxiliary.set(`${layer.name}.${word}`, values);
      return compiled;
    });
  }

  /** Where a layer writes before its activation: in the same place, with other gradients. */
  private beforeActivation(activation: Activation, output: Tensor): Tensor {
    if (activation === 'none') return output;
    return { ...output, gradients: this.reserve(output.layout).gradients };
  }

  private addActivation(activation: Activation, shape: Shape, inner: Tensor, output: Tensor): void {
    if (activation === 'none') return;
    const count = this.batch * sizeOf(shape);
    this.stages.push((_kernels, memory) => {
      const view = (address: number) => new PlannedArray(address, count).view(memory);
      return activationFor[activation].compile(
        view(output.values),
        view(output.gradients),
        view(inner.gradients),
        shape,
      );
    });
  }

  /** The maps that a convolution reads, padded as it wants them. */
  private padded(at: number, before: Tensor): Tensor {
    // What is not dense was made for this convolution.
    if (!isDense(before.layout)) return before;
    const layout = this.layoutFor(at);
    if (isDense(layout)) return before;
    const input = this.reserve(layout);
    this.stages.push(planPad(this.memoryPlan, before, input, this.batch, this.learnsBefore(at)));
    return input;
  }

  /** For the first convolution of a resolution. */
  private layoutFor(at: number): Layout {
    const { input, pads } = this.shapes[at];
    const row = this.widestRow(at);
    const bare = Object.values(pads).every((pad) => pad === 0) && row === input.width;
    return bare ? denseLayout(input) : paddedLayout(input, pads, row);
  }

  /** That of this convolution and of those that follow at the same resolution. */
  private widestRow(at: number): number {
    const { input, pads } = this.shapes[at];
    const own = rowOf(input, pads);
    const continues = this.leavesPlanes(at) && this.isSwept(at + 1);
    return continues ? Math.max(own, this.widestRow(at + 1)) : own;
  }

  /** Does a convolution that follows read just what this one sweeps? */
  private leavesPlanes(at: number): boolean {
    return isFused(this.spec.layers[at]) && this.shapes[at].stride === 1 && !this.poolsAfter(at);
  }

  /** Does a max pool follow that goes together with the convolution? */
  private poolsAfter(at: number): boolean {
    const next = this.spec.layers[at + 1];
    if (!next || usedAs(next) !== 'max pool' || !isFused(this.spec.layers[at]) || this.shapes[at].stride > 1)
      return false;
    const { stride, pads, kernel } = this.shapes[at + 1];
    const isBare = Object.values(pads).every((pad) => pad === 0);
    return kernel.height === 2 && kernel.width === 2 && stride === 2 && isBare;
  }

  /** Is this a convolution for the kernels? */
  private isSwept(at: number): boolean {
    const layer = this.spec.layers[at];
    if (!layer || !isConvolution(layer)) return false;
    const { input, output, pads, kernel, stride } = this.shapes[at];
    return (
      stride <= MOST_STRIDE &&
      Math.max(pads.top, pads.bottom) < kernel.height &&
      Math.max(pads.left, pads.right) < kernel.width &&
      output.height * output.width >= LEAST_POSITIONS &&
      input.height * input.width >= LEAST_POSITIONS
    );
  }

  /** Does anything before a layer learn, so that its input's gradient is wanted? */
  private learnsBefore(at: number): boolean {
    return this.shapes.slice(0, at).some(({ parameters }) => parameters.length > 0);
  }

  private placesOf(weights: string, bias: string) {
    const { learned } = this;
    return {
      weights: learned.parameter(weights).address,
      bias: learned.parameter(bias).address,
      weightGradients: learned.gradient(weights).address,
      biasGradients: learned.gradient(bias).address,
    };
  }

  private reserve(layout: Layout): Tensor {
    return reserve(this.memoryPlan, layout, this.batch);
  }
}

/** What the kernels can compute of a layer, by what its kind says. */
function usedAs(layer: LayerSpec): Layer<LayerSpec>['inKernels'] {
  return layerFor(layer).inKernels;
}

function isConvolution(layer: LayerSpec): boolean {
  return usedAs(layer) === 'convolution' || usedAs(layer) === 'depthwise convolution';
}

/** Do the kernels of convolution apply its activation, if any? */
function isFused(layer: LayerSpec): boolean {
  return activationOf(layer) === 'none' || rectifies(layer);
}

function rectifies(layer: LayerSpec): boolean {
  const activation = activationOf(layer);
  return activation !== 'none' && activationFor[activation].inKernels === 'rectify';
}
