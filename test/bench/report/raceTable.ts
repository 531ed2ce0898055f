import type { Absence, Measurement } from '../measurement';
import { digits, percent } from './numbers';
import { table } from './table';

const HEAD = ['contestant', '', 'ms', 'fastest–slowest', '× ours', 'GFLOP/s', 'of f64 peak'];

/** What everybody took for one workload, and who stayed away, why. */
export function raceTable(measurements: readonly Measurement[], absences: readonly Absence[]): string {
  const rows = measurements.map((each) => [
    each.contestant,
    each.precision,
    digits(each.median),
    `${digits(each.fastest)}–${digits(each.slowest)}`,
    digits(each.ratio),
    digits(each.gflops),
    each.shareOfPeak === undefined ? '–' : percent(each.shareOfPeak),
  ]);
  const reasons = absences.map(({ contestant, reason }) => `${contestant} left out: ${reason}.`);
  return [table(HEAD, rows), ...reasons].join('\n\n');
}
