import type { NetworkSpec } from '../../src/engine/spec';
import { LESSON_4, ONE_CONVOLUTION, SMALL_CONVNET, WIDE } from './networks';

/** One thing that is timed: what all contestants do, and how much faster than the fastest peer ours is to be. */
export interface Workload {
  /** What `--only` looks for. */
  readonly key: string;
  /** For people. */
  readonly title: string;
  readonly spec: NetworkSpec;
  readonly batch: number;
  /**
   * 'step': forward, backward and SGD. 'forward': an answer to one image. 'convolution': the forward pass of one
   * convolution, of ours alone.
   */
  readonly kind: 'step' | 'forward' | 'convolution';
  /** So many times as fast as the fastest peer; for the convolution, a share of the machine's peak. */
  readonly goal?: number;
}

export const WORKLOADS: readonly Workload[] = [
  step('lesson4-1', 'Lesson-4 net', LESSON_4, 1, 10),
  step('lesson4-64', 'Lesson-4 net', LESSON_4, 64, 4),
  step('small-64', 'Small convnet', SMALL_CONVNET, 64, 3),
  step('wide-32', 'Wide', WIDE, 32, 2),
  forward('lesson4-forward', 'Lesson-4 net', LESSON_4, 6),
  forward('small-forward', 'Small convnet', SMALL_CONVNET),
  forward('wide-forward', 'Wide', WIDE),
  {
    key: 'convolution',
    title: 'One convolution 3×3 of 32 maps of 32×32 to 64, forward',
    spec: ONE_CONVOLUTION,
    batch: 1,
    kind: 'convolution',
    goal: 0.8,
  },
];

function step(key: string, name: string, spec: NetworkSpec, batch: number, goal: number): Workload {
  return { key, title: `${name}, training step, batch ${batch}`, spec, batch, kind: 'step', goal };
}

function forward(key: string, name: string, spec: NetworkSpec, goal?: number): Workload {
  return { key, title: `${name}, forward pass of one image`, spec, batch: 1, kind: 'forward', goal };
}
