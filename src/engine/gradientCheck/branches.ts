import { activationFor } from '../activations';
import { activationOf, layerFor } from '../layers';
import type { ForEachChoice } from '../layers/layer';
import type { Network } from '../networkTypes';

/**
 * Which side of each kink a network is on: the sign of every ReLU and the winner of every max-pool window.
 * While none of these change, the loss is a smooth function of every number.
 */
export class Branches {
  private readonly kinks: readonly Kinks[];

  /** @param network after forward */
  constructor(network: Network) {
    this.kinks = network.spec.layers.flatMap((spec, index) => {
      const before = network.spec.layers[index - 1]?.name;
      const input = before === undefined ? network.input : network.activations.get(before)!;
      const output = network.activations.get(spec.name)!;
      const { nonDifferentiable } = layerFor(spec);
      const activation = activationOf(spec);
      const bends = activation !== 'none' && activationFor[activation].nonDifferentiable === 'at 0';
      return [
        ...(nonDifferentiable === 'nowhere'
          ? []
          : [
              new Choices(output.length, (visit) =>
                nonDifferentiable(network.shapes[index], input, network.batchSize, visit),
              ),
            ]),
        ...(bends ? [new Signs(output)] : []),
      ];
    });
  }

  /** Remembers the present side of every kink. */
  remember(): void {
    for (const each of this.kinks) each.note();
  }

  /** Whether the network is on the remembered side of every kink. */
  areUnchanged(): boolean {
    return this.kinks.every((each) => each.areSame());
  }
}

interface Kinks {
  note(): void;
  areSame(): boolean;
}

/** Kinks of an activation that bends at 0: its output has the sign of its input. */
class Signs implements Kinks {
  private readonly noted: Uint8Array;

  constructor(private readonly output: Float64Array) {
    this.noted = new Uint8Array(output.length);
  }

  note(): void {
    for (let i = 0; i < this.noted.length; i++) this.noted[i] = this.output[i] > 0 ? 1 : 0;
  }

  areSame(): boolean {
    const { output, noted } = this;
    for (let i = 0; i < noted.length; i++) if ((output[i] > 0 ? 1 : 0) !== noted[i]) return false;
    return true;
  }
}

/** Kinks of a layer that picks one input for each output, such as the winner of a pool window. */
class Choices implements Kinks {
  private readonly noted: Int32Array;

  constructor(
    outputs: number,
    private readonly forEach: (visit: Parameters<ForEachChoice>[3]) => boolean,
  ) {
    this.noted = new Int32Array(outputs);
  }

  note(): void {
    this.forEach((output, choice) => {
      this.noted[output] = choice;
      return true;
    });
  }

  areSame(): boolean {
    return this.forEach((output, choice) => this.noted[output] === choice);
  }
}
