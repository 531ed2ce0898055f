import { median } from '../interleave';
import type { EngineResults } from '../measurement';
import type { Options } from '../options';
import { goalsOf, groupByWorkload, type Goal } from './goals';
import { machineLines } from './machine';
import { digits } from './numbers';
import { raceTable } from './raceTable';
import { table } from './table';

/** Everything as Markdown and JSON, and what to print at the end. */
export function engineReport(
  options: Options,
  results: EngineResults,
): { markdown: string; json: string; summary: string } {
  const goals = goalsOf(results.measurements);
  const summary = [...peakLines(results), '', goalTable(goals)].join('\n');
  const markdown = [
    `# Engine, in ${options.where === 'node' ? 'Node' : 'a browser'}`,
    ...machineLines(options),
    summary,
    ...groupByWorkload(results.measurements).map((group) => {
      const { key, title } = group[0].workload;
      const absent = results.absences.filter(({ workload }) => workload === key);
      return `## ${title}\n\n${raceTable(group, absent)}`;
    }),
    METHOD,
  ].join('\n\n');
  const { machine, where, quick } = options;
  const json = JSON.stringify({ where, quick, machine, goals, ...results }, null, 2);
  return { markdown: `${markdown}\n`, json: `${json}\n`, summary };
}

function goalTable(goals: readonly Goal[]): string {
  if (goals.length === 0) return 'No goal was measured.';
  return table(
    ['goal', 'wanted', 'found', 'at the peak', 'in the add-in', ''],
    goals.map(({ text, wanted, found, atPeak, inAddIn, met }) => [
      text,
      wanted,
      found,
      atPeak ?? '',
      inAddIn ?? '',
      met ? 'met' : 'not met',
    ]),
  );
}

function peakLines({ peaks }: EngineResults): string[] {
  if (peaks.length === 0) return ['No kernels ran, so there is no peak to compare with.'];
  return peaks.map(
    ({ kind, gflops }) =>
      `Peak of f64 in WebAssembly, ${kind === 'relaxed' ? 'fused multiply-adds' : 'multiply and add'}: ` +
      `${digits(median(gflops))} GFLOP/s.`,
  );
}

const METHOD = `## How it was measured

All contestants take turns in one process on one thread: a block of runs of at least 25 ms each, then the next one's,
round after round; the table shows the median round. A step is forward, backward and SGD, images and targets already in
the engine's own arrays, at a rate so small that nobody learns: our backward leaves out what is 0, of which there is more
after some steps. The add-in runs kernels with reproducible bits; "in the add-in" is their ratio where fused ones are judged.
Before anything is timed, everybody's results are compared with those of our plain TypeScript engine: of 64 bits to
1e-12, of 32 bits to what their roundings allow. Ours computes in 64 bits, the peers in 32. The peak is that of a loop of multiply-adds which never leaves
the registers, run in the same rounds. GFLOP/s count a multiply-add as two, and only those of convolutions and dense
layers; all of them, so that a step can be above the peak: an engine that knows that a max pool sends its gradient to one
cell of four leaves the other three out. "At the peak" is what the ratio would be if we did all that a forward pass needs
at the peak. Nothing else should run on the machine meanwhile; ratios suffer less from it than times.`;
