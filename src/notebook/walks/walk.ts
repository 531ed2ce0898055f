// Guided walks: what a person is shown, cell by cell, as plain data; a file for each walk.
// Imports: sheet.
import type { Rect } from '../sheet/address';
import type { SheetKey } from '../sheet/plan';

/** A place on a notebook's sheets at which a walk stops. */
export interface Stop<Name extends string = string> {
  /** By which its words are found. */
  readonly name: Name;
  /** The cells that it is about, which are selected: a block, or a part of it. */
  readonly cells: { readonly sheet: SheetKey; readonly block: string; readonly part?: Rect };
  readonly task: Task;
}

/** What a person is to do at a stop, so that it can be noticed: nothing, change the stop's cell, or train. */
export type Task = 'look' | 'type' | { readonly steps: number };
