import { layerFor } from '../layers';
import { chainLayers } from '../layers/chain';
import { allocate, type NamedArrays } from '../namedArrays';
import type { Network } from '../networkTypes';

/**
 * Gradients that are 0 because their terms cancel. A normalisation subtracts the mean and so removes whatever
 * a bias before it adds: that bias has gradient 0, up to the rounding of the terms that cancel. A backward
 * pass with mean and variance held constant shows how large those terms are.
 */
export class Cancellation {
  private readonly gradients: NamedArrays;
  private readonly flows: NamedArrays;

  /** @param network after forward and backward */
  constructor(private readonly network: Network) {
    const { gradients, activationGradients } = uncancelled(network);
    this.gradients = gradients;
    this.flows = activationGradients;
  }

  /**
   * An upper bound for the sum of the absolute terms of a gradient: the rounding error of a sum that cancels
   * scales with it.
   */
  termsOf(tensor: string): number {
    if (tensor === 'input') return absoluteSum(this.flows.get('input')!);
    const { spec, input, activations } = this.network;
    const index = this.layerOf(tensor);
    const before = index === 0 ? input : activations.get(spec.layers[index - 1].name)!;
    return absoluteSum(this.flows.get(spec.layers[index].name)!) * Math.max(1, largest(before));
  }

  /**
   * The first normalising layer behind a tensor whose gradient would be non-zero without it; undefined if
   * there is none.
   *
   * @param rounding gradients up to this size count as 0
   */
  cancelledBy(tensor: string, index: number, rounding: number): string | undefined {
    const gradient = tensor === 'input' ? this.flows.get('input')! : this.gradients.get(tensor)!;
    if (!(Math.abs(gradient[index]) > rounding)) return undefined;
    const { spec, training } = this.network;
    const first = tensor === 'input' ? 0 : this.layerOf(tensor) + 1;
    return spec.layers.slice(first).find((layer) => {
      const { normalises } = layerFor(layer);
      return normalises === 'always' || (normalises === 'in training' && training);
    })?.name;
  }

  /** Position of the layer that owns a parameter. */
  private layerOf(parameter: string): number {
    return this.network.shapes.findIndex(({ parameters }) =>
      parameters.some(({ name }) => name === parameter),
    );
  }
}

/**
 * The gradients with mean and variance held constant, under the network's own names.
 *
 * @param network after forward and backward, with all activations revealed
 */
export function uncancelled(network: Network): Pick<Network, 'gradients' | 'activationGradients'> {
  const { spec, shapes, batchSize } = network;
  const activationGradients = new Map(
    [...network.activationGradients].map(([name, { length }]) => [name, new Float64Array(length)]),
  );
  const gradients = allocate(shapes.flatMap(({ parameters }) => parameters));
  const last = spec.layers[spec.layers.length - 1].name;
  const chain = chainLayers(spec, shapes, {
    batch: batchSize,
    input: network.input,
    activations: network.activations,
    activationGradients,
    parameters: network.parameters,
    gradients,
    state: network.state,
    mode: { training: network.training, constantStatistics: true },
  });
  for (const [name, values] of chain.auxiliary) values.set(network.auxiliary.get(name)!);
  // Forward runs again with the same inputs, so the shared activations keep their values.
  chain.forward();
  activationGradients.get(last)!.set(network.activationGradients.get(last)!);
  chain.backward();
  return { gradients, activationGradients };
}

function absoluteSum(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += Math.abs(values[i]);
  return sum;
}

function largest(values: Float64Array): number {
  let found = 0;
  for (let i = 0; i < values.length; i++) found = Math.max(found, Math.abs(values[i]));
  return found;
}
