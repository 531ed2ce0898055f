import type { Problem } from './problem';

/** An engine that takes part: ours or a peer's. */
export interface Contestant {
  /** For people, such as 'onnxruntime-web'. */
  readonly name: string;
  readonly precision: 'f64' | 'f32';
  readonly ours: boolean;
  /** A step of more floating-point operations takes longer than anybody waits. */
  readonly mostFlops?: number;
  /** Shown beside the others; no goal is measured by it. */
  readonly aside?: boolean;
  /** Parameters, images and targets in the engine's own arrays, ready to step; where it can learn. */
  training?(problem: Problem): Promise<Training>;
  /** The first image of a problem and parameters that stay as they are. */
  inference(problem: Problem): Promise<Inference>;
}

export interface Training {
  /** Makes this engine the one in charge; not timed. */
  select?(): Promise<void>;
  /** The parameters as they were at first; not timed. */
  reset(): void;
  /** Forward, backward, SGD. */
  step(): unknown;
  /** By the names of our engine, in its layout. */
  parameters(): ReadonlyMap<string, ArrayLike<number>>;
}

export interface Inference {
  select?(): Promise<void>;
  forward(): unknown;
  /** `[units]`, of the latest forward. */
  probabilities(): ArrayLike<number>;
}
