import type { Schedule } from './schedule';

/** As torch.optim.lr_scheduler.ExponentialLR: multiplied by `factor` after each step. */
export const exponential: Schedule = ({ learningRate, factor }, step) => learningRate * factor ** step;
