import type { Role } from '../sheet/block';
import type { Subject } from './subject';
import type { Target } from './target';

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
  /** Terms to go on with, by their keys: the compiler checks them where all entries come together. */
  readonly see?: readonly string[];
}

/** An entry of a kind of which it is known already what to say of it in a notebook, and which cells are meant. */
export type KindEntry = Omit<Entry, 'here' | 'cells'>;

/** What the glossary knows of one kind of layer. */
export interface LayerGlossary {
  /** The key of its own entry, among `entries`. */
  readonly key: string;
  readonly entries: Readonly<Record<string, Entry>>;
  /** What the words beside its blocks lead to, by the role of the block, where that is not its own entry. */
  readonly labels: Readonly<Partial<Record<Role, string>>>;
}

/** An entry as it is; what `see` names stays known to the compiler. */
export function entry<const Given extends Entry>(given: Given): Given {
  return given;
}

/** What the glossary knows of a kind of layer, as it is; the keys of its entries stay known to the compiler. */
export function layerGlossary<const Given extends LayerGlossary>(given: Given): Given {
  return given;
}

/** Entries by key, as they are. */
export function entries<const Given extends Readonly<Record<string, Entry>>>(given: Given): Given {
  return given;
}
