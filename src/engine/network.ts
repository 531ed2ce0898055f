import { activationFor, activationOf, layerFor } from './layers';
import type { LayerBuffers, Passes } from './layers/layer';
import { lossFor } from './losses';
import { inferShapes, sizeOf, type LayerShape } from './shapes';
import type { LayerSpec, NetworkSpec } from './spec';
import { expectWhole } from './specError';

type NamedArrays = ReadonlyMap<string, Float64Array>;

/** A network with a place for every number it computes. The arrays stay the same for its whole life. */
export interface Network {
  readonly spec: NetworkSpec;
  readonly batchSize: number;
  readonly shapes: LayerShape[];
  /** `[batch, channels, height, width]`; the caller fills it. */
  readonly input: Float64Array;
  /**
   * `[batch, units]`; the caller fills it. For sigmoidCrossEntropy each from 0 to 1, for softmaxCrossEntropy a
   * one-hot row, or a distribution, for each image.
   */
  readonly target: Float64Array;
  /** By name, such as 'conv1.filters', shaped as `shapes` says. Zeros at first; the caller fills them. */
  readonly parameters: NamedArrays;
  /** dL/d parameter, by the same names. */
  readonly gradients: NamedArrays;
  /**
   * By layer name, what comes out of the layer after its activation, `[batch, channels, height, width]`; also
   * 'logits' (the last layer's output itself) and 'probabilities' (their sigmoid or softmax).
   */
  readonly activations: NamedArrays;
  /** dL/d activations, by layer name, and 'input' and 'logits' (again the last layer's own). */
  readonly activationGradients: NamedArrays;
  /** `[batch]`, the loss of each image. */
  readonly losses: Float64Array;
  /** Fills everything from the activations to the losses; returns L, their mean over the batch. */
  forward(): number;
  /** Fills both kinds of gradients, of L; to be called after `forward`, on whose activations it rests. */
  backward(): void;
}

/**
 * Allocates every buffer of a network for batches of one size; after that `forward` and `backward` allocate
 * nothing. Throws a SpecError if the network cannot be.
 */
export function compile(spec: NetworkSpec, batchSize: number): Network {
  expectWhole('', 'its batch size', batchSize);
  const shapes = inferShapes(spec);
  const parameters = allocateParameters(shapes);
  const gradients = allocateParameters(shapes);
  const activations = allocateOutputs(shapes, batchSize);
  const activationGradients = allocateOutputs(shapes, batchSize);
  const input = new Float64Array(batchSize * sizeOf(spec.input));
  activationGradients.set('input', new Float64Array(input.length));

  const passes: Passes[] = [];
  spec.layers.forEach((layer, index) => {
    const { name } = layer;
    const before = index === 0 ? 'input' : spec.layers[index - 1].name;
    const parameterNames = shapes[index].parameters.map((parameter) => parameter.name);
    passes.push(
      ...compileLayer(layer, shapes[index], {
        batch: batchSize,
        input: index === 0 ? input : existing(activations, before),
        output: existing(activations, name),
        parameters: parameterNames.map((parameter) => existing(parameters, parameter)),
        inputGradient: existing(activationGradients, before),
        outputGradient: existing(activationGradients, name),
        parameterGradients: parameterNames.map((parameter) => existing(gradients, parameter)),
      }),
    );
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

  return {
    spec,
    batchSize,
    shapes,
    input,
    target,
    parameters,
    gradients,
    activations,
    activationGradients,
    losses,

    forward() {
      for (let i = 0; i < passes.length; i++) passes[i].forward();
      loss.forward();
      return mean(losses);
    },

    backward() {
      loss.backward();
      for (let i = passes.length - 1; i >= 0; i--) passes[i].backward();
    },
  };
}

/** The passes of a layer and of its activation, which works in place and has one more gradient between the two. */
function compileLayer(spec: LayerSpec, shape: LayerShape, buffers: LayerBuffers): Passes[] {
  const activation = activationOf(spec);
  if (activation === 'none') return [layerFor(spec).compile(spec, shape, buffers)];
  const { output, outputGradient } = buffers;
  const inner = new Float64Array(output.length);
  return [
    layerFor(spec).compile(spec, shape, { ...buffers, outputGradient: inner }),
    activationFor[activation](output, outputGradient, inner),
  ];
}

function allocateParameters(shapes: LayerShape[]): Map<string, Float64Array> {
  const parameters = shapes.flatMap((layer) => layer.parameters);
  const size = (shape: number[]): number => shape.reduce((product, side) => product * side, 1);
  return new Map(parameters.map(({ name, shape }) => [name, new Float64Array(size(shape))]));
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
