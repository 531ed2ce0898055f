import { anneal } from './cosine';
import { expectSteps, type Schedule } from './schedule';

/** It starts at the highest rate divided by this, */
const startDivisor = 25;
/** ends at its first rate divided by this, */
const endDivisor = 1e4;
/** and climbs for this part of its length. */
const climb = 0.3;

/**
 * As torch.optim.lr_scheduler.OneCycleLR (Smith and Topin 2018, arXiv:1708.07120): up to the rate and down far below, along
 * half cosines.
 */
export const oneCycle: Schedule = ({ learningRate, length }, step) => {
  expectSteps('length', length);
  const first = learningRate / startDivisor;
  const end = length - 1;
  const top = climb * length - 1;
  const at = Math.min(step, end);
  if (at <= top) return anneal(first, learningRate, at / top);
  return anneal(learningRate, first / endDivisor, (at - top) / (end - top));
};
