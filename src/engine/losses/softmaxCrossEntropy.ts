import { crossEntropyGradient, type Loss, type LossBuffers } from './loss';

/**
 * The units are classes; the target t of an image is one-hot, or any distribution over them (it sums to 1). The
 * loss of an image is −Σ t_k·log p_k, p = softmax of the logits.
 */
export const softmaxCrossEntropy: Loss = {
  leastUnits: 2,
  fewUnitsAdvice: 'Give it one unit for each class, or take the loss sigmoidCrossEntropy.',
  applies: 'softmax',
  unit: 'class',

  compile(units, buffers) {
    const { logits, probabilities, losses } = buffers;
    return {
      forward() {
        for (let n = 0; n < losses.length; n++) {
          const start = n * units;
          const winner = exponentiate(logits, probabilities, start, units);
          losses[n] = imageLoss(buffers, start, units, winner);
          normalise(probabilities, start, units);
        }
      },

      backward() {
        crossEntropyGradient(buffers);
      },
    };
  },
};

/**
 * e^z_k / Σ e^z_j, of `count` numbers from `start` on, into the same places of `probabilities`. The largest
 * logit is subtracted first: that changes no quotient and nothing overflows.
 */
export function softmax(
  logits: ArrayLike<number>,
  probabilities: Float64Array = new Float64Array(logits.length),
  start = 0,
  count = logits.length - start,
): Float64Array {
  exponentiate(logits, probabilities, start, count);
  normalise(probabilities, start, count);
  return probabilities;
}

/** e^(z_k − m), m the largest of them. Returns where that stands. */
function exponentiate(logits: ArrayLike<number>, powers: Float64Array, start: number, count: number): number {
  const winner = indexOfLargest(logits, start, start + count);
  const largest = logits[winner];
  for (let i = start; i < start + count; i++) powers[i] = Math.exp(logits[i] - largest);
  return winner;
}

function normalise(powers: Float64Array, start: number, count: number): void {
  let sum = 0;
  for (let i = start; i < start + count; i++) sum += powers[i];
  for (let i = start; i < start + count; i++) powers[i] /= sum;
}

/**
 * −log p_k is (m − z_k) + log Σ e^(z_j − m), m the largest logit, whose own term in the sum is 1: log1p of the
 * others keeps a loss far below 1e−16 from becoming 0. The powers stand where the probabilities will.
 */
function imageLoss(
  { logits, target, probabilities: powers }: LossBuffers,
  start: number,
  units: number,
  winner: number,
): number {
  const end = start + units;
  const largest = logits[winner];
  let others = 0;
  for (let i = start; i < end; i++) if (i !== winner) others += powers[i];
  const logSum = Math.log1p(others);
  let loss = 0;
  for (let i = start; i < end; i++) {
    // Halved, the difference of two logits cannot overflow, so a target of 0 leaves nothing of it.
    loss += 2 * (target[i] * (largest / 2 - logits[i] / 2)) + target[i] * logSum;
  }
  return loss;
}

/** The first of the largest. A NaN anywhere makes NaN of all that is computed from it. */
function indexOfLargest(values: ArrayLike<number>, start: number, end: number): number {
  let winner = start;
  for (let i = start + 1; i < end; i++) {
    if (values[i] > values[winner]) winner = i;
  }
  return winner;
}
