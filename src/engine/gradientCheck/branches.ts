import { activationOf } from '../layers';
import type { Network } from '../network';
import type { LayerShape } from '../shapes';

/**
 * On which side of its kinks a network stands: which ReLUs, leaky or not, are open, and which pixel wins each window of
 * a max pool. While none of that changes, the loss is a smooth function of every number.
 */
export class Branches {
  private readonly kinks: readonly Kinks[];

  /** @param network after forward */
  constructor(network: Network) {
    this.kinks = network.spec.layers.flatMap((spec, index) => {
      const activation = activationOf(spec);
      if (activation === 'relu' || activation === 'leakyRelu')
        return new Openings(network.activations.get(spec.name)!);
      if (spec.type !== 'maxPool2d') return [];
      const before = network.spec.layers[index - 1]?.name;
      const input = before === undefined ? network.input : network.activations.get(before)!;
      return new Winners(input, network.shapes[index], network.batchSize);
    });
  }

  /** Remember where the network stands now. */
  note(): void {
    for (const each of this.kinks) each.note();
  }

  /** Does it stand there again? */
  areSame(): boolean {
    return this.kinks.every((each) => each.areSame());
  }
}

interface Kinks {
  note(): void;
  areSame(): boolean;
}

/** An activation has the sign of what goes in. */
class Openings implements Kinks {
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

/** Of equal pixels the first in row-major order wins. */
class Winners implements Kinks {
  private readonly noted: Int32Array;

  constructor(
    private readonly input: Float64Array,
    private readonly shape: LayerShape,
    private readonly batchSize: number,
  ) {
    const { channels, height, width } = shape.output;
    this.noted = new Int32Array(batchSize * channels * height * width);
  }

  note(): void {
    this.forEach((output, winner) => {
      this.noted[output] = winner;
      return true;
    });
  }

  areSame(): boolean {
    return this.forEach((output, winner) => this.noted[output] === winner);
  }

  /** Ends, with false, when the visitor says false. */
  private forEach(visit: (output: number, winner: number) => boolean): boolean {
    const { input: from, output: to } = this.shape;
    let output = 0;
    for (let plane = 0; plane < this.batchSize * from.channels; plane++) {
      for (let y = 0; y < to.height; y++) {
        for (let x = 0; x < to.width; x++, output++) {
          if (!visit(output, this.winnerOf(plane, y, x))) return false;
        }
      }
    }
    return true;
  }

  private winnerOf(plane: number, y: number, x: number): number {
    const { input: from, stride, kernel, pads } = this.shape;
    const top = y * stride - pads.top;
    const left = x * stride - pads.left;
    let winner = -1;
    for (let row = Math.max(0, top); row < Math.min(from.height, top + kernel.height); row++) {
      for (let column = Math.max(0, left); column < Math.min(from.width, left + kernel.width); column++) {
        const at = (plane * from.height + row) * from.width + column;
        if (winner < 0 || this.input[at] > this.input[winner]) winner = at;
      }
    }
    return winner;
  }
}
