import type { Measurement } from '../measurement';
import { nameOf } from '../ours';
import { digits, percent } from './numbers';

/** Something that the engine is to reach, and what it reached. */
export interface Goal {
  /** For people. */
  readonly text: string;
  readonly wanted: string;
  readonly found: string;
  /** The same by the kernels that the add-in runs, where those that are judged are others. */
  readonly inAddIn?: string;
  /** What it would be if all the arithmetic went at the machine's peak. */
  readonly atPeak?: string;
  readonly met: boolean;
}

/** The goals of those workloads that were measured and have one, in their order. */
export function goalsOf(measurements: readonly Measurement[]): Goal[] {
  return groupByWorkload(measurements).flatMap((group) => {
    const { kind, title, goal } = group[0].workload;
    const [own, ...others] = group.filter(({ ours }) => ours);
    if (goal === undefined || !own) return [];
    if (kind === 'convolution')
      return own.shareOfPeak === undefined ? [] : [ofPeak(title, goal, own.shareOfPeak)];
    const peer = fastestPeer(group);
    // The fused kernels come first where there are any; the add-in runs those after them, with reproducible bits.
    const shipped = own?.contestant === nameOf('relaxed') ? others[0] : undefined;
    return peer ? [againstPeer(title, goal, { own, shipped, peer })] : [];
  });
}

/** In the order in which the workloads were run. */
export function groupByWorkload(measurements: readonly Measurement[]): Measurement[][] {
  const keys = [...new Set(measurements.map(({ workload }) => workload.key))];
  return keys.map((key) => measurements.filter(({ workload }) => workload.key === key));
}

function fastestPeer(group: readonly Measurement[]): Measurement | undefined {
  return group.filter(({ ours, aside }) => !ours && !aside).sort((a, b) => a.median - b.median)[0];
}

function againstPeer(
  title: string,
  goal: number,
  { own, shipped, peer }: { own: Measurement; shipped?: Measurement; peer: Measurement },
): Goal {
  const times = peer.median / own.median;
  return {
    text: title,
    wanted: `${goal} × as fast as the fastest peer`,
    found: `${digits(times)} × ${peer.contestant}`,
    inAddIn: shipped ? `${digits(peer.median / shipped.median)} ×` : 'the same',
    atPeak: own.workload.kind === 'forward' ? timesAtPeak(times, own) : undefined,
    met: times >= goal,
  };
}

/** Not of steps: backward through a pool leaves out arithmetic that is counted. */
function timesAtPeak(times: number, { shareOfPeak }: Measurement): string | undefined {
  return shareOfPeak === undefined ? undefined : `${digits(times / shareOfPeak)} ×`;
}

function ofPeak(title: string, goal: number, share: number): Goal {
  return {
    text: title,
    wanted: `${percent(goal)} of the machine's f64 peak`,
    found: percent(share),
    met: share >= goal,
  };
}
