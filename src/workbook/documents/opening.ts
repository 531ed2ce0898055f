/** Which document the page opens: the one in its address, else the one that was opened last, else a new one. */
import type { DocumentData } from '../book/document';
import { texts } from '../texts';
import { askForPersistence, type DocumentEntry, Library, LibraryError, newId } from './library';
import { claim, release } from './lock';
import type { Parts } from './parts';
import { FORMAT, readDocument, UnreadableDocument } from './reading';

/** Why the open document is not kept. */
export type Unkept =
  | { readonly kind: 'trial' | 'elsewhere' | 'deleted' | 'unreadable' }
  /** @param reason for people */
  | { readonly kind: 'failed'; readonly reason: string };

export interface Opening {
  /** Null for a trial. */
  readonly library: Library | null;
  readonly entry: DocumentEntry;
  /** Null for a document that is kept. */
  readonly unkept: Unkept | null;
  /** The content; null for a new, empty document. */
  readonly document: DocumentData | null;
  /** What of it is kept already. */
  readonly parts: Parts;
  /** Whether there was no document before. */
  readonly isFirst: boolean;
  /** Why the document in the page's address is not open, for people; the list of documents comes with it. */
  readonly problem?: string;
  /** What a person is to be told. */
  readonly notice?: string;
  /** The page's address from now on, if it is another one. */
  readonly address?: string;
}

const NAMED = 'document';
const WITHOUT = 'without';
const NOTHING: Pick<Opening, 'document' | 'parts'> = { document: null, parts: new Map() };

/** What a new document has in it for somebody who has none yet; null where it is to be empty. */
export type First = () => Promise<DocumentData | null>;

/**
 * `?document=<id>` opens that document; `&without` only the list of the others, because it could not be opened; `?blank` a new
 * one that is not kept, for trials.
 */
export async function openDocument(address: URLSearchParams, first: First): Promise<Opening> {
  const entry = newEntry([]);
  if (address.has('blank'))
    return { ...NOTHING, library: null, entry, unkept: { kind: 'trial' }, isFirst: false };
  const wanted = address.get(NAMED);
  const library = new Library();
  try {
    return await openKept(library, wanted, address.has(WITHOUT), first);
  } catch (error) {
    if (!(error instanceof LibraryError)) throw error;
    await claim(entry.id);
    const unkept: Unkept = { kind: 'failed', reason: error.message };
    const isFirst = wanted === null;
    return { ...NOTHING, library, entry, unkept, isFirst, document: isFirst ? await first() : null };
  }
}

async function openKept(
  library: Library,
  wanted: string | null,
  isWithout: boolean,
  first: First,
): Promise<Opening> {
  await ifPossible(library.purge());
  const entries = await library.list();
  const found = entries.find(({ id }) => id === wanted) ?? entries.at(0);
  const entry = found ?? newEntry(entries);
  const isHere = await claim(entry.id);
  const parts: Parts = found ? await library.read(entry.id) : new Map();
  if (!found) void askForPersistence();
  const opening: Opening = {
    library,
    entry: { ...entry, opened: Date.now(), notice: undefined },
    unkept: isHere ? null : { kind: 'elsewhere' },
    document: null,
    parts,
    isFirst: !found,
    problem: wanted === null || entry.id === wanted ? undefined : texts.documents.notFound,
    notice: entry.notice,
    address: addressOf(entry.id),
  };
  if (!found && wanted === null) return { ...opening, document: await first() };
  if (isWithout && entry.id === wanted) return unreadable(opening, texts.documents.unreadable.notUnderstood);
  try {
    return { ...opening, document: readDocument(entry, parts) };
  } catch (error) {
    if (!(error instanceof UnreadableDocument)) throw error;
    return unreadable(opening, error.message);
  }
}

/**
 * Instead of a document that cannot be opened: a new one that is not kept, so that nothing of what is there is overwritten.
 * @param reason for people
 */
function unreadable({ library, entry }: Opening, reason: string): Opening {
  release(entry.id);
  return {
    ...NOTHING,
    library,
    entry: newEntry([entry]),
    unkept: { kind: 'unreadable' },
    isFirst: false,
    problem: texts.documents.unreadable.notOpened(entry.name, reason),
    // Whoever loads the page again tries again.
    address: addressOf(entry.id),
  };
}

/** Notes that the document is open now, and that its notice was told. */
export async function noteOpened({ library, entry: { id, opened }, unkept }: Opening): Promise<void> {
  if (library && !unkept) await ifPossible(library.change(id, { opened, notice: undefined }));
}

/** For what can as well be done another time. */
async function ifPossible(action: Promise<void>): Promise<void> {
  try {
    await action;
  } catch (error) {
    if (!(error instanceof LibraryError)) throw error;
  }
}

/**
 * A new document's entry, with a name that none of the others has.
 * @param nameOf names to choose from, from 1
 */
export function newEntry(others: readonly DocumentEntry[], nameOf = texts.names.book): DocumentEntry {
  const names = new Set(others.map(({ name }) => name));
  let number = 1;
  while (names.has(nameOf(number))) number++;
  const now = Date.now();
  return { id: newId(), name: nameOf(number), changed: now, opened: now, sheets: [], format: FORMAT };
}

/** The page's address with a document in it. */
export function addressOf(id: string): string {
  const address = new URL(location.href);
  address.searchParams.set(NAMED, id);
  address.searchParams.delete(WITHOUT);
  return address.href;
}

/** The page's address where a document could not be opened. */
export function addressWithout(id: string): string {
  const address = new URL(addressOf(id));
  address.searchParams.set(WITHOUT, '');
  return address.href;
}
