import type { Kernels } from '.';
import { sizeOf, type LayerShape } from '../layerShape';
import { existing } from '../layers/chain';
import type { NamedArrays } from '../namedArrays';
import type { Network } from '../networkTypes';
import { allocateOutputs, compileLoss, initialState } from '../plainNetwork';
import { inferShapes } from '../shapes';
import type { NetworkSpec } from '../spec';
import { expectWhole } from '../specError';
import { HiddenActivations } from './hiddenActivations';
import { instantiate } from './kernelInstance';
import { assemble } from './plan/assemble';
import { MemoryPlan, PlannedArray } from './plan/memoryPlan';

/**
 * A network whose inner loops run in kernels. Undefined where they would not be faster, or cannot have the
 * memory.
 */
export function compileWithKernels(
  spec: NetworkSpec,
  batchSize: number,
  kernels: Kernels,
): Network | undefined {
  expectWhole<{ batchSize: number }>('', 'batchSize', 'its batch size', batchSize);
  const shapes = inferShapes(spec);
  const memoryPlan = new MemoryPlan();
  const tensors = shapes.flatMap((layer) => layer.parameters);
  const places = { parameters: memoryPlan.named(tensors), gradients: memoryPlan.named(tensors) };
  const state = initialState(shapes);
  const mode = { training: true };
  const assembly = assemble(spec, shapes, batchSize, memoryPlan, {
    parameter: (name) => places.parameters.get(name)!,
    gradient: (name) => places.gradients.get(name)!,
    state: (name) => existing(state, name),
    mode,
  });
  const memory = assembly && allocated(memoryPlan);
  if (!assembly || !memory) return undefined;

  const exports = instantiate(kernels, memory);
  const stages = assembly.stages.map((stage) => stage(exports, memory));
  const view = (address: number, count: number) => new PlannedArray(address, batchSize * count).view(memory);
  const units = sizeOf(shapes[shapes.length - 1].output);
  const logits = view(assembly.logits.values, units);
  const logitGradient = view(assembly.logits.gradients, units);
  const loss = compileLoss(spec, shapes, logits, logitGradient);
  const outputs = outputsOf(shapes, loss);

  const network: Network = {
    spec,
    batchSize,
    shapes,
    input: view(assembly.input.values, sizeOf(spec.input)),
    target: loss.target,
    parameters: viewsOf(places.parameters, memory),
    gradients: viewsOf(places.gradients, memory),
    state,
    auxiliary: assembly.auxiliary,
    ...outputs,
    losses: loss.losses,
    training: true,

    forward() {
      mode.training = network.training;
      for (let i = 0; i < stages.length; i++) stages[i].forward();
      return loss.forward();
    },

    backward() {
      loss.backward();
      for (let i = stages.length - 1; i >= assembly.firstToLearn; i--) stages[i].backward();
    },

    reveal(images = batchSize) {
      hidden.fill(images);
    },

    drawMasks(random) {
      for (const layer of assembly.plain) layer.drawMask?.(random);
    },

    advance() {
      for (const layer of assembly.plain) layer.advance?.();
    },
  };
  const hidden = new HiddenActivations(network, outputs);
  return network;
}

/**
 * The outputs of all layers by name: the kernels' logits, and for hidden layers one image until more are
 * revealed.
 */
function outputsOf(shapes: LayerShape[], loss: ReturnType<typeof compileLoss>) {
  const { name } = shapes[shapes.length - 1];
  const { logits, probabilities, logitGradient } = loss;
  const activations = allocateOutputs(shapes, 1);
  const activationGradients = allocateOutputs(shapes, 1);
  activations.set(name, logits).set('logits', logits).set('probabilities', probabilities);
  activationGradients.set(name, logitGradient).set('logits', logitGradient);
  activationGradients.set('input', new Float64Array(sizeOf(shapes[0].input)));
  return { activations, activationGradients };
}

function viewsOf(places: ReadonlyMap<string, PlannedArray>, memory: WebAssembly.Memory): NamedArrays {
  return new Map([...places].map(([name, place]) => [name, place.view(memory)]));
}

/** Undefined if that much memory cannot be allocated. */
function allocated(memoryPlan: MemoryPlan): WebAssembly.Memory | undefined {
  try {
    return memoryPlan.allocate();
  } catch {
    return undefined;
  }
}
