import type { DataPlace, ImageSet } from '../imageSet';

/** Images, and their id by content; see `setId`. */
export interface IdentifiedSet {
  readonly set: ImageSet;
  readonly id: string;
}

/** What the worker that reads files tells: the images; or why there are none, with a place if the file is at fault. */
export type Told = { readonly read: IdentifiedSet } | { readonly fault: string; readonly place?: DataPlace };
