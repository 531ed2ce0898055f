import type { Advice, LossPoint } from './mistakes';
import { curveFaults } from './curve';
import { dataFaults } from './data';
import { networkFaults } from './network';
import type { LogRow } from '../logRow';
import type { Training } from '../training';

/**
 * What is wrong with a training, the cause before its consequences; nothing while it goes well. Looks only at numbers that
 * are there: nothing is computed anew.
 *
 * @param losses the batch loss at each step, the last one last
 * @param row the last row of the log
 */
export function adviceOn(training: Training, losses: readonly LossPoint[], row?: LogRow): Advice[] {
  return [...dataFaults(training), ...networkFaults(training), ...curveFaults(training, losses, row)];
}
