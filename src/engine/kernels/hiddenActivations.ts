import { sizeOf } from '../layerShape';
import { layerFor } from '../layers';
import { chainLayers, existing, type Chain } from '../layers/chain';
import { allocate } from '../namedArrays';
import type { Network } from '../networkTypes';
import { sizeOfImage } from '../shapes';

/** The arrays of a network that grow when more images are revealed. */
type Outputs = Readonly<Record<'activations' | 'activationGradients', Map<string, Float64Array>>>;

/**
 * What the kernels do not store: the activations of hidden layers and their gradients. The plain layers
 * recompute them for as many images as are to be shown, from the weights and logit gradients of the kernels.
 */
export class HiddenActivations {
  private readonly chains = new Map<
    number,
    { chain: Chain; logitGradient: Float64Array; mode: { training: boolean } }
  >();
  /** How many images the arrays have room for. */
  private room = 1;

  /** @param outputs the network's own, with room for one image */
  constructor(
    private readonly network: Network,
    private readonly outputs: Outputs,
  ) {}

  /** Fills activations and activationGradients of the first `images` images of the batch. */
  fill(images: number): void {
    const { network } = this;
    const mixes = network.training && network.spec.layers.some((layer) => layerFor(layer).mixesImages);
    const count = mixes ? network.batchSize : Math.min(images, network.batchSize);
    if (count > this.room) this.makeRoom(count);
    const { chain, logitGradient, mode } = this.chainOf(count);
    mode.training = network.training;
    for (const [name, values] of chain.auxiliary)
      values.set(existing(network.auxiliary, name).subarray(0, values.length));
    chain.forward();
    logitGradient.set(existing(network.activationGradients, 'logits').subarray(0, logitGradient.length));
    chain.backward();
  }

  private makeRoom(images: number): void {
    const { activations, activationGradients } = this.outputs;
    const room = (name: string) => new Float64Array(images * sizeOfImage(this.network, name)!);
    for (const { name } of this.network.shapes.slice(0, -1)) {
      activations.set(name, room(name));
      activationGradients.set(name, room(name));
    }
    activationGradients.set('input', room('input'));
    this.room = images;
    this.chains.clear();
  }

  private chainOf(images: number) {
    const known = this.chains.get(images);
    if (known) return known;
    const { network } = this;
    const { shapes } = network;
    const last = shapes[shapes.length - 1];
    const first = (arrays: ReadonlyMap<string, Float64Array>) =>
      new Map(
        [...arrays].map(([name, values]) => [
          name,
          values.subarray(0, images * (sizeOfImage(network, name) ?? 0)),
        ]),
      );
    // The logits and their gradient come from the kernels and are kept.
    const units = images * sizeOf(last.output);
    const logitGradient = new Float64Array(units);
    const mode = { training: true };
    const chain = chainLayers(network.spec, shapes, {
      batch: images,
      input: network.input.subarray(0, images * sizeOf(network.spec.input)),
      activations: first(network.activations).set(last.name, new Float64Array(units)),
      activationGradients: first(network.activationGradients).set(last.name, logitGradient),
      parameters: network.parameters,
      gradients: allocate(shapes.flatMap(({ parameters }) => parameters)),
      state: network.state,
      mode,
    });
    const made = { chain, logitGradient, mode };
    this.chains.set(images, made);
    return made;
  }
}
