import { kernelsOf, loadKernels, type Kernels } from '../../src/engine/kernels';
import { FULL, QUICK } from './interleave';
import { fusedKernels, plainKernels } from './kernels';
import type { Absence, Measurement } from './measurement';
import type { Options, Outcome } from './options';
import { ours } from './ours';
import { peakOf } from './peak';
import { peers } from './peers';
import { race } from './race';
import { engineReport } from './report/engineReport';
import { raceTable } from './report/raceTable';
import { WORKLOADS } from './workloads';

/** Times our engine and its peers, prints what comes of it as it comes, and returns the report. */
export async function benchEngine(options: Options): Promise<Outcome> {
  const kernels = await kernelsThatRun();
  if (kernels.length === 0)
    console.log('No kernels run here, so the contestants with kernels and the peak are left out.\n');
  const everybody = [...kernels.map(ours), ours(), ...peers(options.tfjsFiles)];
  const contestants = chosen(everybody, ({ name }) => name, options.engines);
  // Those for older engines have the peak of those before them.
  const measured = present([await fusedKernels(), await plainKernels()]);
  const peaks = measured.map(peakOf);
  const measurements: Measurement[] = [];
  const absences: Absence[] = [];
  const speeds: number[][] = [];
  for (const workload of chosen(WORKLOADS, ({ key }) => key, options.only)) {
    console.log(workload.title);
    const result = await race(workload, contestants, peaks, options.quick ? QUICK : FULL);
    measurements.push(...result.measurements);
    absences.push(...result.absences);
    speeds.push([...result.peaks]);
    console.log(`${raceTable(result.measurements, result.absences)}\n`);
  }
  const report = engineReport(options, {
    measurements,
    absences,
    peaks: measured.map(({ kind }, index) => ({ kind, gflops: speeds.map((each) => each[index]) })),
  });
  console.log(report.summary);
  return {
    files: { [`engine-${options.where}.md`]: report.markdown, [`engine-${options.where}.json`]: report.json },
  };
}

/** The fastest first: with fused multiply-adds where the machine has them, those of the add-in, and those for older engines. */
async function kernelsThatRun(): Promise<Kernels[]> {
  const found = present([await fusedKernels(), await loadKernels(), await kernelsOf('simd')]);
  return found.filter(({ kind }, index) => found.findIndex((other) => other.kind === kind) === index);
}

function present(kernels: readonly (Kernels | undefined)[]): Kernels[] {
  return kernels.filter((each) => each !== undefined);
}

/** Those in whose names one of the words, between commas, is; all where there are no words. */
function chosen<T>(all: readonly T[], nameOf: (each: T) => string, words = ''): T[] {
  const wanted = words.toLowerCase().split(',');
  const found = all.filter((each) => wanted.some((word) => nameOf(each).toLowerCase().includes(word.trim())));
  if (found.length > 0) return found;
  throw new Error(`Nothing is called '${words}'. There are: ${all.map(nameOf).join(', ')}.`);
}
