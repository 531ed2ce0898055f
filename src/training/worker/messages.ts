import type { ImageSet } from '../../data/imageSet';
import type { Kernels } from '../../engine/kernels';
import type { TakenStep } from '../../notebook/explain/scene';
import type { NotebookSpec } from '../../notebook/sheet/spec';
import type { RunProgress } from '../stepper';
import type { TrainerState } from '../trainerState';

/** One end of the message channel between pane and worker. */
export interface MessageChannelEnd {
  onmessage: ((event: MessageEvent) => unknown) | null;
  postMessage(message: WorkerRequest | WorkerMessage, lent: Transferable[]): void;
}

/** Messages from the pane to the worker. */
export type WorkerRequest =
  | {
      readonly ask: 'begin';
      readonly spec: NotebookSpec;
      /** The image set without its pixels. */
      readonly set?: ImageSet;
      readonly kernels?: Kernels;
      /** Whether to leave the processor some rest; see `CpuBudget`. */
      readonly rests: boolean;
    }
  | ({ readonly ask: 'go'; readonly most: number } & LentState & Watching)
  | ({ readonly ask: 'show' } & Watching)
  | { readonly ask: 'halt'; readonly isStop: boolean }
  | ({ readonly ask: 'conclude' } & LentState)
  | { readonly ask: 'end' };

/** What the pane hands over for as long as the worker runs. */
export interface LentState {
  readonly state: TrainerState;
  readonly pixels?: ImageSet['pixels'];
}

export interface Watching {
  /** Whether to report what the last step was computed from. */
  readonly isWatched: boolean;
}

/** Messages from the worker to the pane. */
export type WorkerMessage =
  | { readonly tell: 'ready' | 'begun' }
  /** It cannot go on, nor tell how far it was. */
  | { readonly tell: 'broken'; readonly message: string }
  /** The notebook cannot be trained there. */
  | { readonly tell: 'unable' }
  | ({ readonly tell: 'shown' } & ProgressReport)
  /** It goes no more, as it was asked to, or by itself. */
  | ({ readonly tell: 'halted'; readonly pixels?: ImageSet['pixels'] } & ProgressReport);

/** Progress, and the state of the training that goes with it. */
export interface ProgressReport {
  readonly stretch: Omit<RunProgress, 'fault'>;
  readonly fault?: { readonly message: string; readonly isDiverged: boolean };
  readonly state: TrainerState;
  /** What the last step was computed from. */
  readonly last?: TakenStep;
}
