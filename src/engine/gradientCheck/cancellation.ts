import { layerFor } from '../layers';
import { chainLayers } from '../layers/chain';
import { allocate } from '../namedArrays';
import type { Network } from '../networkTypes';

/**
 * Sums that cancel. The mean that a normalisation subtracts takes out what a bias before it adds, so that the bias has the
 * gradient 0: what flows back to it sums up to nothing, but for rounding in the last bits of each term. A backward pass that
 * takes mean and variance for constants tells how much flows before anything cancels.
 */
export class Cancellation {
  /** What flows back if means and variances are constants: by parameter, by layer, and 'input'. */
  private readonly gradients: ReadonlyMap<string, Float64Array>;
  private readonly flows: ReadonlyMap<string, Float64Array>;

  /** @param network after forward and backward */
  constructor(private readonly network: Network) {
    const { spec, shapes, batchSize, activationGradients } = network;
    const sized = (arrays: Iterable<[string, Float64Array]>) =>
      new Map([...arrays].map(([name, { length }]) => [name, new Float64Array(length)]));
    const flows = sized(activationGradients);
    const gradients = allocate(shapes.flatMap(({ parameters }) => parameters));
    const last = spec.layers[spec.layers.length - 1].name;
    const chain = chainLayers(spec, shapes, {
      batch: batchSize,
      input: network.input,
      activations: network.activations,
      activationGradients: flows,
      parameters: network.parameters,
      gradients,
      state: network.state,
      mode: { training: network.training, constantStatistics: true },
    });
    for (const [name, values] of chain.auxiliary) values.set(network.auxiliary.get(name)!);
    // The activations become what they are already.
    chain.forward();
    flows.get(last)!.set(activationGradients.get(last)!);
    chain.backward();
    this.gradients = gradients;
    this.flows = flows;
  }

  /** How large the terms of a gradient are together, at most: of a sum that cancels, what its rounding goes by. */
  termsOf(tensor: string): number {
    if (tensor === 'input') return absoluteSum(this.flows.get('input')!);
    const { spec, input, activations } = this.network;
    const index = this.layerOf(tensor);
    const before = index === 0 ? input : activations.get(spec.layers[index - 1].name)!;
    return absoluteSum(this.flows.get(spec.layers[index].name)!) * Math.max(1, largest(before));
  }

  /**
   * The first layer behind a tensor that normalises, if without it there would be a gradient.
   *
   * @param rounding gradients up to this are 0
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

  /** The position of the layer whose parameter it is. */
  private layerOf(parameter: string): number {
    return this.network.shapes.findIndex(({ parameters }) =>
      parameters.some(({ name }) => name === parameter),
    );
  }
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
