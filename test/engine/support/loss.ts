import type { Loss, LossBuffers, LossPasses } from '../../../src/engine/losses/loss';

/** A loss outside of any network, one row of logits and of target for each image, after forward and backward. */
export function lossAlone(loss: Loss, logits: number[][], target: number[][]): LossBuffers & LossPasses {
  const size = logits.flat().length;
  const buffers: LossBuffers = {
    logits: Float64Array.from(logits.flat()),
    target: Float64Array.from(target.flat()),
    probabilities: new Float64Array(size).fill(NaN),
    losses: new Float64Array(logits.length).fill(NaN),
    logitGradient: new Float64Array(size).fill(NaN),
  };
  const passes = loss.compile(logits[0].length, buffers);
  passes.forward();
  passes.backward();
  return { ...buffers, ...passes };
}
