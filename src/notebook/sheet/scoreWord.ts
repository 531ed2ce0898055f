import { lossFor, type LossName } from '../../engine/losses';

/** What a number of the last layer is called: a logit, if the loss makes a probability of it. */
export type ScoreWord = 'logit' | 'output';

export function scoreWord(loss: LossName): ScoreWord {
  return lossFor[loss].applies === 'none' ? 'output' : 'logit';
}
