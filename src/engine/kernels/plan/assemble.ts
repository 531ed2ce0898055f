// plan/: how a network is laid out in the kernels' memory, and which of its layers they compute. Imports the engine's layers and
// shapes, and from kernels/ only what a kernel instance exports.
import { activationFor } from '../../activations';
import { sizeOf, type LayerShape, type Shape } from '../../layerShape';
import { activationOf, layerFor } from '../../layers';
import type { CompiledLayer, Mode } from '../../layers/layer';
import type { Activation, LayerSpec, NetworkSpec } from '../../spec';
import { planConv } from './convStage';
import { planDense } from './denseStage';
import type { KernelStage } from './kernelStage';
import { PlannedArray, type MemoryPlan } from './memoryPlan';
import { planPad } from './padStage';
import { denseLayout, isDense, paddedLayout, reserve, type Layout, type Tensor } from './planes';
import { isFused, rectifies, Sweeps, kernelFor } from './sweeps';

/** The planned stages of a network, and what they need. */
export interface Assembly {
  readonly input: Tensor;
  readonly logits: Tensor;
  readonly stages: readonly KernelStage[];
  /** The first stage that learns: the backward pass stops there. */
  readonly firstToLearn: number;
  /** Layers without a kernel, in the order of the network; filled once they are compiled. */
  readonly plain: readonly CompiledLayer[];
  readonly auxiliary: ReadonlyMap<string, Float64Array>;
}

/** The planned arrays of parameters, their gradients, and layer state. */
export interface Learned {
  parameter(name: string): PlannedArray;
  gradient(name: string): PlannedArray;
  state(name: string): Float64Array;
  mode: Mode;
}

/** With fewer inputs the plain dense layer is as fast. */
const MIN_INPUTS = 4;

/**
 * Plans all of a network. Convolutions (with the ReLU and 2×2 max pool behind them) and dense layers run in
 * kernels, all other layers as in the plain network over the same memory. Undefined where no layer would be
 * faster.
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
  private readonly sweeps: Sweeps;

  constructor(
    private readonly spec: NetworkSpec,
    private readonly shapes: LayerShape[],
    private readonly batch: number,
    private readonly memoryPlan: MemoryPlan,
    private readonly learned: Learned,
  ) {
    this.sweeps = new Sweeps(spec, shapes);
  }

  assemble(): Assembly | undefined {
    const input = this.reserve(denseLayout(this.spec.input));
    let tensor = input;
    for (let at = 0; at < this.shapes.length;) {
      const layer = this.spec.layers[at];
      if (this.sweeps.isSwept(at)) {
        tensor = this.addConv(at, layer, tensor);
        at += this.sweeps.poolsAfter(at) ? 2 : 1;
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
    // Flatten copies nothing here: dense maps already lie in memory as flatten orders them.
    if (kernelFor(layer) === 'flatten') return { ...input, layout: denseLayout(shape.output) };
    const output = this.reserve(denseLayout(shape.output));
    const activation = activationOf(layer);
    const inner = this.beforeActivation(activation, output);
    if (shape.parameters.length) this.firstToLearn ??= this.stages.length;
    if (kernelFor(layer) === 'dense' && shape.input.channels >= MIN_INPUTS) {
      this.kernelsServe = true;
      const { batch, memoryPlan } = this;
      const wantsInputGradient = this.learnsBefore(at);
      const places = this.placesOf(shape);
      this.stages.push(
        planDense(memoryPlan, { shape, batch, input, output: inner, wantsInputGradient, ...places }),
      );
    } else {
      this.addPlain(at, layer, input, inner);
    }
    this.addActivation(activation, shape.output, inner, output);
    return output;
  }

  /**
   * Plans a convolution, with its ReLU and pool where it has them. Returns the output of the last of them.
   */
  private addConv(at: number, spec: LayerSpec, before: Tensor): Tensor {
    const { shapes, memoryPlan, batch } = this;
    const input = this.padded(at, before);
    const pools = this.sweeps.poolsAfter(at);
    const after = at + (pools ? 2 : 1);
    const { output: shape } = shapes[after - 1];
    const isRead = this.sweeps.isSwept(after);
    const ending = pools ? 'pool' : isRead && this.sweeps.leavesPlanes(at) ? 'planes' : 'crop';
    const output = this.reserve(
      ending === 'planes'
        ? paddedLayout(shape, shapes[after].pads, input.layout.row)
        : isRead && isFused(spec)
          ? this.sweeps.layoutFor(after)
          : denseLayout(shape),
    );
    const activation = isFused(spec) ? 'none' : activationOf(spec);
    const inner = this.beforeActivation(activation, output);
    const wantsInputGradient = this.learnsBefore(at);
    const places = this.placesOf(shapes[at]);
    this.kernelsServe = true;
    this.firstToLearn ??= this.stages.length;
    this.stages.push(
      planConv(memoryPlan, {
        shape: shapes[at],
        depthwise: kernelFor(spec) === 'depthwise convolution',
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

  /** Where a layer writes its pre-activations: into the output itself, with separate gradients. */
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

  /** The maps a convolution reads, with the padding it needs. */
  private padded(at: number, before: Tensor): Tensor {
    // A tensor that is not dense was laid out for this convolution already.
    if (!isDense(before.layout)) return before;
    const layout = this.sweeps.layoutFor(at);
    if (isDense(layout)) return before;
    const input = this.reserve(layout);
    this.stages.push(planPad(this.memoryPlan, before, input, this.batch, this.learnsBefore(at)));
    return input;
  }

  /** Whether anything before this layer learns, so that its input gradient is needed. */
  private learnsBefore(at: number): boolean {
    return this.shapes.slice(0, at).some(({ parameters }) => parameters.length > 0);
  }

  /** The numbers that a layer learns. Without a bias, numbers of 0 that nobody learns stand in for it. */
  private placesOf({ parameters: [weights, bias], output }: LayerShape) {
    const { learned, memoryPlan } = this;
    return {
      weights: learned.parameter(weights.name).address,
      bias: bias ? learned.parameter(bias.name).address : memoryPlan.numbers(output.channels),
      weightGradients: learned.gradient(weights.name).address,
      biasGradients: bias ? learned.gradient(bias.name).address : memoryPlan.numbers(output.channels),
    };
  }

  private reserve(layout: Layout): Tensor {
    return reserve(this.memoryPlan, layout, this.batch);
  }
}
