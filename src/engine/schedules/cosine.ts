import { expectSteps, type Schedule } from './schedule';

/**
 * Cosine annealing to 0, as torch.optim.lr_scheduler.CosineAnnealingLR (Loshchilov and Hutter 2017,
 * arXiv:1608.03983).
 */
export const cosine: Schedule = ({ learningRate, length }, step) => {
  expectSteps('length', length);
  return anneal(learningRate, 0, Math.min(step, length) / length);
};

/** Half a cosine from `from` (part 0) to `to` (part 1). */
export function anneal(from: number, to: number, part: number): number {
  return to + ((from - to) / 2) * (1 + Math.cos(Math.PI * part));
}
