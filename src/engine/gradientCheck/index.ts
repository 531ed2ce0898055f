// "Check my gradient": compares analytic gradients with finite differences of the loss.
// Imports from src/engine: network, layers, activations, namedArrays.
import { compile, type Network } from '../network';
import { Branches } from './branches';
import { Cancellation } from './cancellation';
import { derivativeOf, oneSided, WIDEST_STEP, type PiecewiseFunction, type Derivative } from './derivative';

/**
 * 'agrees': equal up to rounding. 'kink': the loss has a kink here (a ReLU at exactly 0, a tie in a max
 * pool), so there is no derivative to compare with. 'differs': one of the two is wrong.
 */
export type Verdict = 'agrees' | 'kink' | 'differs';

/** An analytic gradient and its finite-difference estimate. */
export interface CheckedGradient {
  readonly analytic: number;
  readonly numeric: number;
  /** analytic − numeric. */
  readonly difference: number;
  /** |difference| relative to the larger of the two; 0 when both are 0. */
  readonly relative: number;
  /** Number of decimal digits in which they agree. */
  readonly digits: number;
  readonly verdict: Verdict;
  /**
   * Name of the normalising layer that makes this gradient 0 up to rounding, as a batch norm does to the bias
   * before it.
   */
  readonly cancelledBy?: string;
  /** At a kink: the derivatives to the left and to the right. */
  readonly sides?: { readonly left: number; readonly right: number };
}

/** Relative difference up to which two gradients agree. */
const RELATIVE_TOLERANCE = 1e-6;
/** A difference may exceed its estimated error by this factor. */
const ERROR_FACTOR = 4;
/**
 * Rounding error of a gradient relative to the sum of its absolute terms. Random networks show up to 2⁻⁴⁷.
 */
const TERM_ROUNDING = 2 ** -38;
/** A larger absolute difference is never put down to rounding. */
const MAX_ROUNDING = 1e-7;
/** The first step tried for the next weight, relative to the step that worked for the last one. */
const STEP_GROWTH = 4;

/**
 * Compares gradients of a network with finite differences of its loss. Works on a copy; the network does not
 * change.
 */
export class GradientCheck {
  private readonly copy: Network;
  private readonly branches: Branches;
  private readonly cancellation: Cancellation;
  private readonly loss: number;
  /**
   * First step to try: neighbouring weights are about as far from a kink, so a little more than what fitted
   * last.
   */
  private widest = WIDEST_STEP;

  /** @param network its input, target, masks and mode must be those that the gradients were computed with */
  constructor(network: Network) {
    this.copy = copyOf(network);
    this.loss = this.copy.forward();
    this.copy.backward();
    this.branches = new Branches(this.copy);
    this.branches.remember();
    this.cancellation = new Cancellation(this.copy);
  }

  /**
   * @param tensor name of a parameter, or 'input'
   * @param analytic the gradient to check
   * @throws RangeError when the network has no such number
   */
  check(tensor: string, index: number, analytic: number): CheckedGradient {
    const values = this.numbersOf(tensor, index);
    const value = values[index];
    const branched: PiecewiseFunction = {
      x: value,
      value: this.loss,
      at: (x) => {
        values[index] = x;
        return this.copy.forward();
      },
      isOnSameBranch: () => this.branches.areUnchanged(),
    };
    try {
      const derivative = derivativeOf(branched, this.widest);
      if (!derivative) return this.onKink(analytic, this.backpropagated(tensor, index), oneSided(branched));
      this.widest = Math.min(WIDEST_STEP, derivative.step * STEP_GROWTH);
      return this.compared(tensor, index, analytic, derivative);
    } finally {
      values[index] = value;
    }
  }

  private compared(tensor: string, index: number, analytic: number, numeric: Derivative): CheckedGradient {
    const rounding = Math.min(TERM_ROUNDING * this.cancellation.termsOf(tensor), MAX_ROUNDING);
    const tolerance = ERROR_FACTOR * numeric.error + rounding;
    const found = compared(analytic, numeric.value, tolerance);
    const isNothing = Math.abs(analytic) <= rounding && Math.abs(numeric.value) <= tolerance;
    const cancelledBy = isNothing ? this.cancellation.cancelledBy(tensor, index, rounding) : undefined;
    return cancelledBy === undefined ? found : { ...found, cancelledBy };
  }

  /**
   * At a kink there is no difference to compare with, so the gradient is compared with backpropagation run
   * once more.
   */
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

/** A copy of a network with the same numbers, masks and mode; no buffer is shared. */
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
    verdict: Math.abs(difference) <= RELATIVE_TOLERANCE * larger + tolerance ? 'agrees' : 'differs',
  };
}

/** float64 holds 15 to 17 significant digits. */
const MAX_DIGITS = 15;

function digitsOf(relative: number): number {
  if (relative === 0) return MAX_DIGITS;
  return relative > 0 ? Math.max(0, Math.min(MAX_DIGITS, Math.floor(-Math.log10(relative)))) : 0;
}
