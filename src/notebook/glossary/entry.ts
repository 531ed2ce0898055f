import type { Role } from '../sheet/block';
import type { Subject } from './subject';
import type { Target } from './target';

/** A term of the field, explained without assuming knowledge. */
export interface Entry {
  readonly term: string;
  /** Synonyms. */
  readonly also?: readonly string[];
  /** "What is a convolution?" */
  readonly question: string;
  /** Other questions that this entry answers. */
  readonly asked?: readonly string[];
  /** Two or three plain sentences, true of every notebook. */
  readonly text: string;
  /** One or two sentences more, with numbers of the open notebook; undefined where they do not apply. */
  readonly here?: (subject: Subject) => string | undefined;
  /** The cells of the open notebook that the term is about; undefined if there are none. */
  readonly cells?: (subject: Subject) => Target | undefined;
  /** Related terms, by key; the compiler checks them where all entries are combined. */
  readonly see?: readonly string[];
}

/** The entry of a kind whose `here` and `cells` are supplied by its family. */
export type KindEntry = Omit<Entry, 'here' | 'cells'>;

/** What the glossary knows of one kind of layer. */
export interface LayerGlossary {
  /** The key of its own entry, among `entries`. */
  readonly key: string;
  readonly entries: Readonly<Record<string, Entry>>;
  /** Where the labels of its blocks lead, by role, if not to its own entry. */
  readonly labels: Readonly<Partial<Record<Role, string>>>;
}

/** Returns the entry as it is; keeps the type of `see` for the compiler. */
export function entry<const Given extends Entry>(given: Given): Given {
  return given;
}

/** Returns the glossary of a kind of layer as it is; keeps the types of its keys for the compiler. */
export function layerGlossary<const Given extends LayerGlossary>(given: Given): Given {
  return given;
}

/** Returns entries by key as they are; keeps their types for the compiler. */
export function entries<const Given extends Readonly<Record<string, Entry>>>(given: Given): Given {
  return given;
}
