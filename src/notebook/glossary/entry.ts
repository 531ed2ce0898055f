import type { Rect } from '../sheet/address';
import type { SheetKey } from '../sheet/plan';
import type { EntryKey } from './contents';
import type { Subject } from './subject';

/** A term of the field, for people without a background. */
export interface Entry {
  readonly term: string;
  /** Other words for the same. */
  readonly also?: readonly string[];
  /** "What is a convolution?" */
  readonly question: string;
  /** What else people ask that this answers. */
  readonly asked?: readonly string[];
  /** Two or three plain sentences, true of every notebook. */
  readonly text: string;
  /** One or two more, with the numbers of the notebook in hand; undefined where it has none to tell. */
  readonly here?: (subject: Subject) => string | undefined;
  /** The cells meant in the notebook in hand; undefined where it has none. */
  readonly cells?: (subject: Subject) => Target | undefined;
  /** Terms to go on with. */
  readonly see?: readonly EntryKey[];
}

/** Cells of a notebook: those of some blocks, and all that stands between them, or a part of one block. */
export interface Target {
  readonly sheet: SheetKey;
  /** By name. */
  readonly blocks: readonly string[];
  /** Counted from the first cell of the only block. */
  readonly part?: Rect;
}
