import type { Kernels } from '../engine/kernels';
import { compile, type Network } from '../engine/network';
import type { NotebookSpec } from '../notebook/sheet/spec';
import { predictionOf } from './prediction';
import { putInto } from './trainerState';

/** What a network predicts for one image. */
export interface Prediction {
  /** `[units]` */
  readonly probabilities: Float64Array;
  /** In words: "7", "not 7". */
  readonly predicted: string;
}

/**
 * Predicts single images with the parameters of a network of the same spec, which it leaves as it is, in evaluate mode:
 * dropout does nothing, batch norm uses its running statistics.
 */
export class Predictor {
  /** Compiled when first needed. */
  private network?: Network;

  constructor(
    private readonly spec: NotebookSpec,
    private readonly kernels?: Kernels,
  ) {}

  /** @param image [channels, height, width] */
  predict({ parameters, state }: Network, image: Float64Array): Prediction {
    this.network ??= compile(this.spec.network, 1, undefined, this.kernels);
    const { network } = this;
    network.training = false;
    putInto(network.parameters, parameters);
    putInto(network.state, state);
    network.input.set(image);
    network.forward();
    const probabilities = network.activations.get('probabilities')!.slice();
    return { probabilities, predicted: predictionOf(this.spec, network, 0) };
  }
}
