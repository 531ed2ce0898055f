import { anneal } from './cosine';
import { expectSteps, type Schedule } from './schedule';

/** The first rate is the maximum divided by this; torch's div_factor. */
const startDivisor = 25;
/** The last rate is the first divided by this; torch's final_div_factor. */
const endDivisor = 1e4;
/** The share of the steps in which the rate rises; torch's pct_start. */
const climb = 0.3;

/**
 * As torch.optim.lr_scheduler.OneCycleLR (Smith and Topin 2018, arXiv:1708.07120): half a cosine up to
 * `learningRate`, then half a cosine down to almost 0.
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
