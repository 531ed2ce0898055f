import { sizeOf, type LayerShape } from './layerShape';
import { chainLayers, existing } from './layers/chain';
import { lossFor } from './losses';
import { allocate, pick, type NamedArrays } from './namedArrays';
import type { Network, Shared } from './networkTypes';
import { inferShapes } from './shapes';
import type { NetworkSpec } from './spec';
import { expectWhole } from './specError';

/** A network in plain TypeScript, as `compile` returns without kernels; the reference for theirs. */
export function compilePlain(spec: NetworkSpec, batchSize: number, shared?: Shared): Network {
  expectWhole<{ batchSize: number }>('', 'batchSize', 'its batch size', batchSize);
  const shapes = inferShapes(spec);
  const { parameters, state } = shared ? pickShared(shapes, shared) : allocateLearned(shapes);
  const gradients = allocate(shapes.flatMap((layer) => layer.parameters));
  const activations = allocateOutputs(shapes, batchSize);
  const activationGradients = allocateOutputs(shapes, batchSize);
  const input = new Float64Array(batchSize * sizeOf(spec.input));
  activationGradients.set('input', new Float64Array(input.length));
  const mode = { training: true };
  const chain = chainLayers(spec, shapes, {
    batch: batchSize,
    input,
    activations,
    activationGradients,
    parameters,
    gradients,
    state,
    mode,
  });

  const { name } = shapes[shapes.length - 1];
  const loss = compileLoss(spec, shapes, existing(activations, name), existing(activationGradients, name));
  activations.set('logits', loss.logits).set('probabilities', loss.probabilities);
  activationGradients.set('logits', loss.logitGradient);

  const network: Network = {
    spec,
    batchSize,
    shapes,
    input,
    target: loss.target,
    parameters,
    gradients,
    state,
    auxiliary: chain.auxiliary,
    activations,
    activationGradients,
    losses: loss.losses,
    training: true,

    forward() {
      mode.training = network.training;
      chain.forward();
      return loss.forward();
    },

    backward() {
      loss.backward();
      chain.backward();
    },

    reveal() {
      // Nothing to do: every pass computes all layers.
    },

    drawMasks(random) {
      for (const layer of chain.layers) layer.drawMask?.(random);
    },

    advance() {
      for (const layer of chain.layers) layer.advance?.();
    },
  };
  return network;
}

/** Parameters of all 0, and state at its initial values. */
function allocateLearned(shapes: LayerShape[]): Shared {
  return { parameters: allocate(shapes.flatMap((layer) => layer.parameters)), state: initialState(shapes) };
}

export function initialState(shapes: LayerShape[]): NamedArrays {
  const states = shapes.flatMap((layer) => layer.state);
  const state = allocate(states);
  for (const { name, initial } of states) existing(state, name).fill(initial);
  return state;
}

/** The caller's own arrays, checked. */
function pickShared(shapes: LayerShape[], { parameters, state }: Shared): Shared {
  const tensors = shapes.flatMap((layer) => layer.parameters);
  const states = shapes.flatMap((layer) => layer.state);
  return {
    parameters: pick(parameters, tensors, 'shared parameter'),
    state: pick(state, states, 'shared state'),
  };
}

/** An output array for each layer, `[batch, channels, height, width]`. */
export function allocateOutputs(shapes: LayerShape[], batchSize: number): Map<string, Float64Array> {
  return new Map(shapes.map(({ name, output }) => [name, new Float64Array(batchSize * sizeOf(output))]));
}

/** The loss of a network and its buffers: `[batch, units]`, except `losses`, `[batch]`. */
export function compileLoss(
  spec: NetworkSpec,
  shapes: LayerShape[],
  logits: Float64Array,
  logitGradient: Float64Array,
) {
  const units = sizeOf(shapes[shapes.length - 1].output);
  const probabilities = new Float64Array(logits.length);
  const target = new Float64Array(logits.length);
  const losses = new Float64Array(logits.length / units);
  const buffers = { logits, target, probabilities, losses, logitGradient };
  const passes = lossFor[spec.loss].compile(units, buffers);
  return {
    ...buffers,

    /** Returns L, the mean loss over the batch. */
    forward(): number {
      passes.forward();
      return mean(losses);
    },

    backward(): void {
      passes.backward();
    },
  };
}

/** Divides before adding, so that the mean of finite losses is finite. */
function mean(losses: Float64Array): number {
  let sum = 0;
  for (let n = 0; n < losses.length; n++) sum += losses[n] / losses.length;
  return sum;
}
