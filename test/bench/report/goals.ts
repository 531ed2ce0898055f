import type { Measurement } from '../measurement';
import { digits, percent } from './numbers';

/** Something that the engine is to reach, and what it reached. */
export interface Goal {
  /** For people. */
  readonly text: string;
  readonly wanted: string;
  readonly found: string;
  /** What it would be if all the arithmetic went at the machine's peak. */
  readonly atPeak?: string;
  readonly met: boolean;
}

/** The goals of those workloads that were measured and have one, in their order. */
export function goalsOf(measurements: readonly Measurement[]): Goal[] {
  return groupByWorkload(measurements).flatMap((group) => {
    const { kind, title, goal } = group[0].workload;
    const own = group.find(({ ours }) => ours);
    if (goal === undefined || !own) return [];
    if (kind === 'convolution')
      return own.shareOfPeak === undefined ? [] : [ofPeak(title, goal, own.shareOfPeak)];
    const peer = fastestPeer(group);
    return peer ? [againstPeer(title, goal, own, peer)] : [];
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

function againstPeer(title: string, goal: number, own: Measurement, peer: Measurement): Goal {
  const times = peer.median / own.median;
  return {
    text: title,
    wanted: `${goal} × as fast as the fastest peer`,
    found: `${digits(times)} × ${peer.contestant}`,
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
