import type { ImageSet } from '../../data/imageSet';
import type { Kernels } from '../../engine/kernels';
import type { TakenStep } from '../../notebook/explain/scene';
import type { NotebookSpec } from '../../notebook/sheet/spec';
import type { Stretch } from '../stepper';
import type { TrainerState } from '../trainerState';

/** One end of the line between the pane and the worker. */
export interface Line {
  onmessage: ((event: MessageEvent) => unknown) | null;
  postMessage(message: Ask | Tell, lent: Transferable[]): void;
}

/** What the pane asks of the worker. */
export type Ask =
  | {
      readonly ask: 'begin';
      readonly spec: NotebookSpec;
      /** All of it but its pixels. */
      readonly set?: ImageSet;
      readonly kernels?: Kernels;
      /** Is the processor to be left a rest? See `Duty`. */
      readonly rests: boolean;
    }
  | ({ readonly ask: 'go'; readonly most: number } & Lent & Watching)
  | ({ readonly ask: 'show' } & Watching)
  | { readonly ask: 'halt'; readonly isStop: boolean }
  | ({ readonly ask: 'conclude' } & Lent)
  | { readonly ask: 'end' };

/** What the worker has for as long as it goes. */
export interface Lent {
  readonly state: TrainerState;
  readonly pixels?: ImageSet['pixels'];
}

export interface Watching {
  /** Is it to be told what the last step was made from? */
  readonly isWatched: boolean;
}

/** What the worker tells. */
export type Tell =
  | { readonly tell: 'ready' | 'begun' }
  /** It cannot go on, nor tell how far it was. */
  | { readonly tell: 'broken'; readonly message: string }
  /** The notebook cannot be trained there. */
  | { readonly tell: 'unable' }
  | ({ readonly tell: 'shown' } & News)
  /** It goes no more, as it was asked to, or by itself. */
  | ({ readonly tell: 'halted'; readonly pixels?: ImageSet['pixels'] } & News);

/** How far it is. */
export interface News {
  readonly stretch: Omit<Stretch, 'fault'>;
  readonly fault?: { readonly message: string; readonly isDiverged: boolean };
  readonly state: TrainerState;
  /** What the last step was made from. */
  readonly last?: TakenStep;
}
