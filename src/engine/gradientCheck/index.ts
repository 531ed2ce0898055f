// "Check my gradient": gradients of a network beside differences of its loss.
// Imports from src/engine: network, layers, activations, namedArrays.
import { compile, type Network } from '../network';
import { Branches } from './branches';
import { Cancellation } from './cancellation';
import { derivativeOf, oneSided, WIDEST, type Branched, type Derivative } from './derivative';

/**
 * 'agrees': the two are equal but for rounding. 'kink': the loss has a kink here, from a ReLU at exactly 0 or a tie in a
 * max pool, so it has no derivative, and there is nothing to compare. 'differs': one of the two is wrong.
 */
export type Verdict = 'agrees' | 'kink' | 'differs';

/** A gradient beside what differences of the loss say. */
export interface CheckedGradient {
  readonly analytic: number;
  readonly numeric: number;
  /** analytic − numeric. */
  readonly difference: number;
  /** In parts of the larger of the two; 0 when both are 0. */
  readonly relative: number;
  /** In how many digits they agree. */
  readonly digits: number;
  readonly verdict: Verdict;
  /**
   * Where the gradient is 0 but for rounding, since a normalisation takes out whatever the number adds: the name of that
   * layer, as of a batch norm behind a bias.
   */
  readonly cancelledBy?: string;
  /** On a kink: the derivatives to the left and to the right, which differ. */
  readonly sides?: { readonly left: number; readonly right: number };
}

/** Two gradients of so many equal digits are one. */
const RELATIVE = 1e-6;
/** So many times what a difference seems to be off is put down to it. */
const CAUTION = 4;
/**
 * The rounding of a gradient, in parts of all terms that it sums up: the last bits of each of them, and what normalisations
 * make of these. Random networks show up to 2⁻⁴⁷.
 */
const ROUNDING_OF_TERMS = 2 ** -38;
/** But a difference larger than this is no rounding. */
const MOST_ROUNDING = 1e-7;
/** How much wider than the last one the next step is tried. */
const WIDER = 4;

/** Checks gradients of a network against differences of its loss, on a copy, so that the network stays as it is. */
export class GradientCheck {
  private readonly copy: Network;
  private readonly branches: Branches;
  private readonly cancellation: Cancellation;
  private readonly loss: number;
  /** Neighbours stand about as far from their kinks, so it is tried a little beyond the step that was narrow enough. */
  private widest = WIDEST;

  /** @param network whose input, target, masks and mode are those of the gradients that are to be checked */
  constructor(network: Network) {
    this.copy = copyOf(network);
    this.loss = this.copy.forward();
    this.copy.backward();
    this.branches = new Branches(this.copy);
    this.branches.note();
    this.cancellation = new Cancellation(this.copy);
  }

  /**
   * @param tensor name of a parameter, or 'input'
   * @param analytic what is to be checked
   * @throws RangeError when the network has no such number
   */
  check(tensor: string, index: number, analytic: number): CheckedGradient {
    const values = this.numbersOf(tensor, index);
    const value = values[index];
    const branched: Branched = {
      x: value,
      value: this.loss,
      at: (x) => {
        values[index] = x;
        return this.copy.forward();
      },
      isSame: () => this.branches.areSame(),
    };
    try {
      const derivative = derivativeOf(branched, this.widest);
      if (!derivative) return this.onKink(analytic, this.backpropagated(tensor, index), oneSided(branched));
      this.widest = Math.min(WIDEST, derivative.step * WIDER);
      return this.compared(tensor, index, analytic, derivative);
    } finally {
      values[index] = value;
    }
  }

  private compared(tensor: string, index: number, analytic: number, numeric: Derivative): CheckedGradient {
    const rounding = Math.min(ROUNDING_OF_TERMS * this.cancellation.termsOf(tensor), MOST_ROUNDING);
    const tolerance = CAUTION * numeric.error + rounding;
    const found = compared(analytic, numeric.value, tolerance);
    const isNothing = Math.abs(analytic) <= rounding && Math.abs(numeric.value) <= tolerance;
    const cancelledBy = isNothing ? this.cancellation.cancelledBy(tensor, index, rounding) : undefined;
    return cancelledBy === undefined ? found : { ...found, cancelledBy };
  }

  /** There is nothing to compare with but what backpropagation gives here once more, whatever that is worth. */
  private onKink(analytic: number, again: number, sides: { left: number; right: number }): CheckedGradient {
    const { verdict } = compared(analytic, again, 0);
    const mean = (sides.left + sides.right) / 2;
    return { ...compared(analytic, mean, 0), verdict: verdict === 'agrees' ? 'kink' : 'differs', sides };
  }

  private numbersOf(tensor: string, index: number): Float64Array {
    const values = tensor === 'input' ? this.copy.input : this.copy.parameters.get(tensor);
    if (!values || !(index >= 0 && index < values.length))
      throw new RangeError(
        `The network has no number ${index} of '${tensor}' whose gradient could be checked.`,
      );
    return values;
  }

  private backpropagated(tensor: string, index: number): number {
    const { gradients, activationGradients } = this.copy;
    return (tensor === 'input' ? activationGradients : gradients).get(tensor)![index];
  }
}

/** A network of the same numbers, masks and mode that shares none of them. */
function copyOf(network: Network): Network {
  const copy = compile(network.spec, network.batchSize);
  copy.input.set(network.input);
  copy.target.set(network.target);
  for (const arrays of ['parameters', 'state', 'auxiliary'] as const)
    for (const [name, values] of network[arrays]) copy[arrays].get(name)!.set(values);
  copy.training = network.training;
  return copy;
}

function compared(analytic: number, numeric: number, tolerance: number): CheckedGradient {
  const difference = analytic - numeric;
  const larger = Math.max(Math.abs(analytic), Math.abs(numeric));
  const relative = difference === 0 ? 0 : Math.abs(difference) / larger;
  return {
    analytic,
    numeric,
    difference,
    relative,
    digits: digitsOf(relative),
    verdict: Math.abs(difference) <= RELATIVE * larger + tolerance ? 'agrees' : 'differs',
  };
}

/** float64 has 15 digits, and a little more. */
const MOST_DIGITS = 15;

function digitsOf(relative: number): number {
  if (relative === 0) return MOST_DIGITS;
  return relative > 0 ? Math.max(0, Math.min(MOST_DIGITS, Math.floor(-Math.log10(relative)))) : 0;
}
