import type { Timing } from './interleave';
import type { Workload } from './workloads';

/** What one contestant took for one workload. */
export interface Measurement extends Timing {
  readonly workload: Pick<Workload, 'key' | 'title' | 'kind' | 'batch' | 'goal'>;
  readonly contestant: string;
  readonly precision: 'f64' | 'f32';
  readonly ours: boolean;
  /** As of a contestant. */
  readonly aside: boolean;
  /** Billions of floating-point operations a second. */
  readonly gflops: number;
  /** Of the peak of f64 in WebAssembly, measured in the same rounds; undefined where no kernels run. */
  readonly shareOfPeak?: number;
  /** How many times as long as our fastest. */
  readonly ratio: number;
}

/** Why a contestant does not take part in a workload. */
export interface Absence {
  readonly workload: string;
  readonly contestant: string;
  readonly reason: string;
}

/** All that was measured of the engine, for JSON. */
export interface EngineResults {
  readonly measurements: readonly Measurement[];
  readonly absences: readonly Absence[];
  /** Of each kind of kernels, GFLOP/s in the rounds of each workload. */
  readonly peaks: readonly { readonly kind: string; readonly gflops: readonly number[] }[];
}
