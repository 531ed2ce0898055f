import { expectSteps, type Schedule } from './schedule';

/** As torch.optim.lr_scheduler.StepLR: multiplied by `factor` after every `every` steps. */
export const stepDecay: Schedule = ({ learningRate, factor, every }, step) => {
  expectSteps('every', every);
  return learningRate * factor ** Math.floor(step / every);
};
