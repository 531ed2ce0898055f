import { activationFor } from './activations';
import { activationOf, layerFor } from './layers';
import type { CompiledLayer, LayerBuffers, Passes } from './layers/layer';
import { lossFor } from './losses';
import { allocate, pick, type NamedArrays } from './namedArrays';
import type { Random } from './random';
import { inferShapes, sizeOf, type LayerShape } from './shapes';
import type { LayerSpec, NetworkSpec } from './spec';
import { expectWhole } from './specError';

/** A network with a place for every number it computes. The arrays stay the same for its whole life. */
export interface Network {
  readonly spec: NetworkSpec;
  readonly batchSize: number;
  readonly shapes: LayerShape[];
  /** `[batch, channels, height, width]`; the caller fills it. */
  readonly input: Float64Array;
  /**
   * `[batch, units]`; the caller fills it. For sigmoidCrossEntropy each from 0 to 1, for softmaxCrossEntropy a
   * one-hot row, or a distribution, for each image, for squaredError any numbers.
   */
  readonly target: Float64Array;
  /** By name, such as 'conv1.filters', shaped as `shapes` says. Zeros at first; the caller fills them. */
  readonly parameters: NamedArrays;
  /** dL/d parameter, by the same names. */
  readonly gradients: NamedArrays;
  /** By name, such as 'norm1.running_mean', where `shapes` says at first. The caller may overwrite them. */
  readonly state: NamedArrays;
  /**
   * What layers keep besides: '<dropout>.mask', `[batch, channels, height, width]`, all 1 until it is drawn;
   * '<batchNorm>.batch_mean' and '<batchNorm>.batch_variance', `[channels]`, of the latest forward in training. The
   * caller may overwrite the masks.
   */
  readonly auxiliary: NamedArrays;
  /**
   * By layer name, what comes out of the layer after its activation, `[batch, channels, height, width]`; also
   * 'logits' (the last layer's output itself) and 'probabilities' (what the loss makes of them: their sigmoid or
   * softmax; for squaredError they are the outputs).
   */
  readonly activations: NamedArrays;
  /** dL/d activations, by layer name, and 'input' and 'logits' (again the last layer's own). */
  readonly activationGradients: NamedArrays;
  /** `[batch]`, the loss of each image. */
  readonly losses: Float64Array;
  /**
   * True at first: batchNorm normalises by the statistics of the batch, dropout by its mask. False: batchNorm by the
   * running statistics, and dropout lets everything pass. `forward` looks at it, and `backward` undoes that forward.
   */
  training: boolean;
  /** Fills everything from the activations to the losses; returns L, their mean over the batch. */
  forward(): number;
  /** Fills both kinds of gradients, of L; to be called after `forward`, on whose activations it rests. */
  backward(): void;
  /** Draws the mask of every dropout anew, in the order of the layers. */
  drawMasks(random: Random): void;
  /** Takes the statistics of the latest forward in training into the running ones; without one, does nothing. */
  advance(): void;
}

/** Arrays of another network of the same spec, or the caller's own. */
export interface Shared {
  parameters: NamedArrays;
  state: NamedArrays;
}

/**
 * Allocates every buffer of a network for batches of one size; after that no pass allocates anything. Throws a
 * SpecError if the network cannot be.
 *
 * @param shared parameters and state to use as they are, instead of the network's own: so that networks for batches
 *   of several sizes are one network. Throws a RangeError if one is missing or of the wrong length.
 */
export function compile(spec: NetworkSpec, batchSize: number, shared?: Shared): Network {
  expectWhole('', 'its batch size', batchSize);
  const shapes = inferShapes(spec);
  const tensors = shapes.flatMap((layer) => layer.parameters);
  const states = shapes.flatMap((layer) => layer.state);
  const parameters = shared ? pick(shared.parameters, tensors, 'shared parameter') : allocate(tensors);
  const gradients = allocate(tensors);
  const state = shared ? pick(shared.state, states, 'shared state') : allocate(states);
  if (!shared) for (const { name, initial } of states) existing(state, name).fill(initial);
  const activations = allocateOutputs(shapes, batchSize);
  const activationGradients = allocateOutputs(shapes, batchSize);
  const input = new Float64Array(batchSize * sizeOf(spec.input));
  activationGradients.set('input', new Float64Array(input.length));

  const auxiliary = new Map<string, Float64Array>();
  const mode = { training: true };
  const passes: Passes[] = [];
  const layers: CompiledLayer[] = [];
  spec.layers.forEach((layer, index) => {
    const { name } = layer;
    const before = index === 0 ? 'input' : spec.layers[index - 1].name;
    const parameterNames = shapes[index].parameters.map((parameter) => parameter.name);
    const compiled = compileLayer(layer, shapes[index], {
      batch: batchSize,
      input: index === 0 ? input : existing(activations, before),
      output: existing(activations, name),
      parameters: parameterNames.map((parameter) => existing(parameters, parameter)),
      state: shapes[index].state.map((each) => existing(state, each.name)),
      inputGradient: existing(activationGradients, before),
      outputGradient: existing(activationGradients, name),
      parameterGradients: parameterNames.map((parameter) => existing(gradients, parameter)),
      mode,
    });
    passes.push(...compiled);
    layers.push(compiled[0]);
    const own = Object.entries(compiled[0].auxiliary ?? {});
    for (const [word, values] of own) auxiliary.set(`${name}.${word}`, values);
  });

  const last = shapes[shapes.length - 1];
  const logits = existing(activations, last.name);
  const logitGradient = existing(activationGradients, last.name);
  const probabilities = new Float64Array(logits.length);
  activations.set('logits', logits).set('probabilities', probabilities);
  activationGradients.set('logits', logitGradient);
  const target = new Float64Array(logits.length);
  const losses = new Float64Array(batchSize);
  const loss = lossFor[spec.loss].compile(sizeOf(last.output), {
    logits,
    target,
    probabilities,
    losses,
    logitGradient,
  });

  const network: Network = {
    spec,
    batchSize,
    shapes,
    input,
    target,
    parameters,
    gradients,
    state,
    auxiliary,
    activations,
    activationGradients,
    losses,
    training: true,

    forward() {
      mode.training = network.training;
      for (let i = 0; i < passes.length; i++) passes[i].forward();
      loss.forward();
      return mean(losses);
    },

    backward() {
      loss.backward();
      for (let i = passes.length - 1; i >= 0; i--) passes[i].backward();
    },

    drawMasks(random) {
      for (const layer of layers) layer.drawMask?.(random);
    },

    advance() {
      for (const layer of layers) layer.advance?.();
    },
  };
  return network;
}

/** A layer and the passes of its activation, which works in place and has one more gradient between the two. */
function compileLayer(
  spec: LayerSpec,
  shape: LayerShape,
  buffers: LayerBuffers,
): [CompiledLayer] | [CompiledLayer, Passes] {
  const activation = activationOf(spec);
  if (activation === 'none') return [layerFor(spec).compile(spec, shape, buffers)];
  const { output, outputGradient } = buffers;
  const inner = new Float64Array(output.length);
  return [
    layerFor(spec).compile(spec, shape, { ...buffers, outputGradient: inner }),
    activationFor[activation](output, outputGradient, inner, shape.output),
  ];
}

function allocateOutputs(shapes: LayerShape[], batchSize: number): Map<string, Float64Array> {
  return new Map(shapes.map(({ name, output }) => [name, new Float64Array(batchSize * sizeOf(output))]));
}

function existing(arrays: NamedArrays, name: string): Float64Array {
  const array = arrays.get(name);
  if (!array) throw new Error(`The network has no buffer '${name}'; this is a fault of the engine.`);
  return array;
}

/** Divides before it adds: the mean of finite losses is finite. */
function mean(losses: Float64Array): number {
  let sum = 0;
  for (let n = 0; n < losses.length; n++) sum += losses[n] / losses.length;
  return sum;
}
