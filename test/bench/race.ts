import type { NamedArrays } from '../../src/engine/namedArrays';
import { expectEqual, expectParameters, TOLERANCES } from './agreement';
import type { Contestant, Inference, Training } from './contestant';
import { flopsOf } from './flops';
import { interleave, type Pace, type Runner, type Timing } from './interleave';
import type { Absence, Measurement } from './measurement';
import { ours } from './ours';
import { PEAK_FLOPS } from './peak';
import { atRest, problemOf, type Problem } from './problem';
import type { Workload } from './workloads';

export interface Race {
  readonly measurements: Measurement[];
  readonly absences: Absence[];
  /** GFLOP/s of the machine in the same rounds; the first is that of our fastest kernels. */
  readonly peaks: readonly number[];
}

/**
 * One workload, by all contestants in turns. Before anything is timed, their results are compared with the plain engine's.
 *
 * @param peaks run in the same rounds
 * @throws Error that says who differs where
 */
export async function race(
  workload: Workload,
  contestants: readonly Contestant[],
  peaks: readonly Runner[],
  pace: Pace,
): Promise<Race> {
  const problem = problemOf(workload.spec, workload.batch);
  const flops = flopsOf(workload);
  const isTooMuch = ({ mostFlops = Infinity }: Contestant) => workload.kind === 'step' && flops > mostFlops;
  const absences = contestants.filter(isTooMuch).map(({ name }): Absence => ({
    workload: workload.key,
    contestant: name,
    reason: 'a step takes it longer than a second',
  }));
  // Peers have no convolution of their own to compare with the peak: only ours is.
  const present = contestants.filter(
    (each) =>
      !isTooMuch(each) &&
      (each.ours || workload.kind !== 'convolution') &&
      (each.training || workload.kind !== 'step'),
  );
  const runners = workload.kind === 'step' ? await steps(problem, present) : await forwards(problem, present);
  const timings = await interleave([...peaks, ...runners], pace);
  const speeds = timings.slice(0, peaks.length).map(({ median }) => gflops(PEAK_FLOPS, median));
  const own = timings.slice(peaks.length);
  const best = own[present.findIndex((contestant) => contestant.ours)] ?? own[0];
  const measurements = present.map((contestant, index) => ({
    ...measurement(workload, contestant, own[index], flops, speeds[0]),
    ratio: own[index].median / best.median,
  }));
  return { measurements, absences, peaks: speeds };
}

function measurement(
  { key, title, kind, batch, goal }: Workload,
  { name, precision, ours: isOurs, aside = false }: Contestant,
  timing: Timing,
  flops: number,
  peak?: number,
): Omit<Measurement, 'ratio'> {
  const speed = gflops(flops, timing.median);
  return {
    workload: { key, title, kind, batch, goal },
    contestant: name,
    precision,
    ours: isOurs,
    aside,
    ...timing,
    gflops: speed,
    shareOfPeak: peak && speed / peak,
  };
}

function gflops(flops: number, milliseconds: number): number {
  return flops / milliseconds / 1e6;
}

/** All are compared after a step; what is timed then leaves the parameters as they are. */
async function steps(problem: Problem, contestants: readonly Contestant[]): Promise<Runner[]> {
  const twin = await ours().training!(problem);
  twin.reset();
  twin.step();
  const expected = twin.parameters() as NamedArrays;
  const runners: Runner[] = [];
  for (const contestant of contestants) {
    const training = await contestant.training!(problem);
    await prepare(training);
    await training.step();
    const tolerance = TOLERANCES[contestant.precision];
    expectParameters(contestant.name, training.parameters(), expected, problem.parameters, tolerance);
    const timed = await contestant.training!(atRest(problem));
    runners.push({ prepare: () => prepare(timed), run: () => timed.step() });
  }
  return runners;
}

async function prepare(training: Training): Promise<void> {
  await training.select?.();
  training.reset();
}

async function forwards(problem: Problem, contestants: readonly Contestant[]): Promise<Runner[]> {
  const twin = await ours().inference(problem);
  twin.forward();
  const runners: Runner[] = [];
  for (const contestant of contestants) {
    const inference: Inference = await contestant.inference(problem);
    await inference.select?.();
    await inference.forward();
    const what = `${contestant.name}, probabilities`;
    const tolerance = { ...TOLERANCES[contestant.precision], absolute: absoluteOf[contestant.precision] };
    expectEqual(what, inference.probabilities(), twin.probabilities(), tolerance);
    runners.push({ prepare: () => inference.select?.(), run: () => inference.forward() });
  }
  return runners;
}

/** Of probabilities: those of 32 bits come of logits that are sums of thousands of rounded products. */
const absoluteOf = { f64: 1e-12, f32: 1e-5 } as const;
