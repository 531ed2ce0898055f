/** Something to time. */
export interface Runner {
  /** Done before every block of runs, and not timed. */
  prepare?(): Promise<void> | void;
  /** May return a promise, which is awaited. */
  run(): unknown;
}

/** Milliseconds of one run: the median of the rounds, the fastest and the slowest of them. */
export interface Timing {
  readonly median: number;
  readonly fastest: number;
  readonly slowest: number;
  readonly rounds: number;
}

export interface Pace {
  readonly rounds: number;
  /** Each block of a round takes at least so many milliseconds, or one run. */
  readonly block: number;
  /** Milliseconds of runs before anything is timed. */
  readonly warmUp: number;
}

export const FULL: Pace = { rounds: 15, block: 25, warmUp: 400 };
export const QUICK: Pace = { rounds: 5, block: 25, warmUp: 100 };

/**
 * Times all in turns, a block of each in every round, so that what else the machine does, and how fast its clock
 * goes meanwhile, strikes all alike.
 */
export async function interleave(runners: readonly Runner[], pace: Pace): Promise<Timing[]> {
  const runs: number[] = [];
  for (const runner of runners) runs.push(await warmUp(runner, pace));
  const times = runners.map((): number[] => []);
  for (let round = 0; round < pace.rounds; round++) {
    for (const [index, runner] of runners.entries()) times[index].push(await time(runner, runs[index]));
  }
  return times.map((each) => ({
    median: median(each),
    fastest: Math.min(...each),
    slowest: Math.max(...each),
    rounds: each.length,
  }));
}

/** The one in the middle; of an even number, the mean of the two there. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** How many runs make a block, counted after runs enough for the browser to have compiled what it will. */
async function warmUp(runner: Runner, { warmUp, block }: Pace): Promise<number> {
  await runFor(runner, warmUp);
  return runFor(runner, block);
}

async function runFor(runner: Runner, milliseconds: number): Promise<number> {
  await runner.prepare?.();
  const start = performance.now();
  let runs = 0;
  do {
    const result = runner.run();
    if (result instanceof Promise) await result;
    runs++;
  } while (performance.now() - start < milliseconds);
  return runs;
}

/** Milliseconds of one run, as the mean of a block. */
async function time(runner: Runner, runs: number): Promise<number> {
  await runner.prepare?.();
  const start = performance.now();
  for (let i = 0; i < runs; i++) {
    const result = runner.run();
    if (result instanceof Promise) await result;
  }
  return (performance.now() - start) / runs;
}
