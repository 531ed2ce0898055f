import { crossEntropyGradient, type Loss, type LossBuffers } from './loss';

/**
 * The units are classes; the target t of an image is one-hot, or any distribution over the classes (sum 1).
 * The loss of an image is −Σ t_k·log p_k, p = softmax of the logits.
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
 * e^z_k / Σ e^z_j of `count` numbers from `start` on, written to the same indices of `probabilities`. The
 * largest logit is subtracted first: that leaves the quotients unchanged and avoids overflow.
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

/** Writes e^(z_k − m), m being the largest logit. Returns the index of m. */
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
 * −log p_k is (m − z_k) + log Σ e^(z_j − m), with m the largest logit. Its own term in the sum is 1, so log1p
 * of the other terms keeps a loss far below 1e−16 from rounding to 0. Uses the powers left in
 * `probabilities`.
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
    // Halved, so that the difference of two logits cannot overflow; a target of 0 then contributes exactly 0.
    loss += 2 * (target[i] * (largest / 2 - logits[i] / 2)) + target[i] * logSum;
  }
  return loss;
}

/** Index of the first maximum. With a NaN anywhere, everything computed from it becomes NaN as well. */
function indexOfLargest(values: ArrayLike<number>, start: number, end: number): number {
  let winner = start;
  for (let i = start + 1; i < end; i++) {
    if (values[i] > values[winner]) winner = i;
  }
  return winner;
}
