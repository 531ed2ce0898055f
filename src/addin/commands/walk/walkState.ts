import type { FirstMinutesStop } from '../../../notebook/walks/firstMinutes';

/** A walk as the pane shows it. */
export interface WalkState {
  readonly stop: FirstMinutesStop;
  /** From 0. */
  readonly index: number;
  readonly count: number;
  /** The cells that the stop is about: "AE12". */
  readonly address: string;
  /** The sheet on which they stand. */
  readonly sheet: string;
  /** A number to type, other than the cell holds. */
  readonly number: number;
  /** Whether the image has several channels. */
  readonly isColour: boolean;
  /** Whether there is something to do, and whether it was done. */
  readonly hasTask: boolean;
  readonly isDone: boolean;
}
