import { expectSteps, type Schedule } from './schedule';

/** As torch.optim.lr_scheduler.CosineAnnealingLR, down to 0 (Loshchilov and Hutter 2017, arXiv:1608.03983). */
export const cosine: Schedule = ({ learningRate, length }, step) => {
  expectSteps('length', length);
  return anneal(learningRate, 0, Math.min(step, length) / length);
};

/** From one rate, at part 0, to another, at part 1, along half a cosine. */
export function anneal(from: number, to: number, part: number): number {
  return to + ((from - to) / 2) * (1 + Math.cos(Math.PI * part));
}
