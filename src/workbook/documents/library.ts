/**
 * The documents that this browser keeps, in IndexedDB: what stands in a list of them apart from their content, so that
 * listing is cheap, and the content in parts, so that a change costs as much as it changes.
 *
 * documents/ is for keeping workbooks without Excel. May import book/document.ts, grid/, objects/ and texts.ts; index.ts and
 * page/ import it.
 */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { texts } from '../texts';
import type { PartChanges } from './openParts';
import type { Part, Parts } from './parts';
import { allOrNothing, errorNameOf } from './transaction';

export interface DocumentEntry {
  readonly id: string;
  readonly name: string;
  /** When it was last changed, and last opened, in ms since 1970. */
  readonly changed: number;
  readonly opened: number;
  /** Names of its sheets, in order; none of a new document that nobody has opened. */
  readonly sheets: readonly string[];
  /** How its content is kept; missing is 1. */
  readonly format?: number;
  /** What a person is told when it is opened for the first time, e.g. what of a file is not in it. */
  readonly notice?: string;
  /** When it was deleted, in ms since 1970; it can be brought back until it is purged. */
  readonly deleted?: number;
}

/** Documents cannot be kept or read here; the message says why and what to do. */
export class LibraryError extends Error {
  readonly isForRoom: boolean;

  constructor(fault: unknown) {
    super(reasonOf(fault), { cause: fault });
    this.name = 'LibraryError';
    this.isForRoom = errorNameOf(fault) === NO_ROOM;
  }
}

interface Schema extends DBSchema {
  entries: { key: string; value: DocumentEntry };
  /** Under a document's id and the part's name. */
  parts: { key: [string, string]; value: Part };
}
type Database = IDBPDatabase<Schema>;

const DATABASE = 'embedded-workbook';
const VERSION = 1;
const NO_ROOM = 'QuotaExceededError';
/** How long a deleted document can be brought back, in ms: a day; a minute where there is no room left. */
const UNDELETE_MS = 86_400_000;
const UNDELETE_WITHOUT_ROOM_MS = 60_000;

/** All keys of a document's parts: an array sorts after every text (https://w3c.github.io/IndexedDB/#key-construct). */
const partsOf = (id: string) => IDBKeyRange.bound([id], [id, []]);

/** All methods throw LibraryError where the browser lets the page keep nothing, or has no room; a later call may succeed. */
export class Library {
  private connection: Promise<Database> | null = null;
  /** Called when the database was closed from elsewhere, perhaps because the site's data was cleared: nothing may be kept any more. */
  closed: () => void = () => undefined;

  /** Those that are not deleted, the last opened first. */
  async list(): Promise<DocumentEntry[]> {
    const all = await this.within((database) => database.getAll('entries'));
    return all.filter(({ deleted }) => deleted === undefined).sort((a, b) => b.opened - a.opened);
  }

  async entry(id: string): Promise<DocumentEntry | undefined> {
    const entry = await this.within((database) => database.get('entries', id));
    return entry?.deleted === undefined ? entry : undefined;
  }

  async read(id: string): Promise<Parts> {
    return this.within(async (database) => {
      const { store } = database.transaction('parts');
      const [keys, values] = await Promise.all([store.getAllKeys(partsOf(id)), store.getAll(partsOf(id))]);
      return new Map(keys.map(([, part], i) => [part, values[i]]));
    });
  }

  /** Keeps what has changed, all or nothing: a browser that is killed meanwhile has the document as it was before. */
  async save(entry: DocumentEntry, { written, removed }: PartChanges): Promise<void> {
    await this.within((database) => {
      const transaction = database.transaction(['entries', 'parts'], 'readwrite', { durability: 'strict' });
      const parts = transaction.objectStore('parts');
      return allOrNothing(transaction, [
        () => transaction.objectStore('entries').put(entry),
        ...[...written].map(
          ([part, content]) =>
            () =>
              parts.put(content, [entry.id, part]),
        ),
        ...removed.map((part) => () => parts.delete([entry.id, part])),
      ]);
    });
  }

  /** @param change what of its entry is changed, e.g. the name */
  async change(id: string, change: Partial<DocumentEntry>): Promise<void> {
    await this.within(async (database) => {
      const transaction = database.transaction('entries', 'readwrite');
      const entry = await transaction.store.get(id);
      await allOrNothing(transaction, entry ? [() => transaction.store.put({ ...entry, ...change })] : []);
    });
  }

  async duplicate(id: string, copy: Pick<DocumentEntry, 'id' | 'name'>): Promise<void> {
    const [entry, written] = await Promise.all([this.entry(id), this.read(id)]);
    if (!entry) return;
    const now = Date.now();
    await this.save({ ...entry, ...copy, changed: now, opened: now }, { written, removed: [] });
  }

  /** It can be brought back with `restore` for a day. */
  async delete(id: string): Promise<void> {
    await this.change(id, { deleted: Date.now() });
  }

  async restore(id: string): Promise<void> {
    await this.change(id, { deleted: undefined });
  }

  /** Forgets documents that were deleted long ago. */
  purge(): Promise<void> {
    return this.forgetDeleted(UNDELETE_MS);
  }

  /** There is no room left: forgets deleted documents sooner. */
  makeRoom(): Promise<void> {
    return this.forgetDeleted(UNDELETE_WITHOUT_ROOM_MS);
  }

  /** @param after in ms */
  private async forgetDeleted(after: number): Promise<void> {
    await this.within(async (database) => {
      const transaction = database.transaction(['entries', 'parts'], 'readwrite');
      const entries = transaction.objectStore('entries');
      const before = Date.now() - after;
      const gone = (await entries.getAll()).filter(
        ({ deleted }) => deleted !== undefined && deleted <= before,
      );
      await allOrNothing(
        transaction,
        gone.flatMap(({ id }) => [
          () => entries.delete(id),
          () => transaction.objectStore('parts').delete(partsOf(id)),
        ]),
      );
    });
  }

  private async within<Result>(action: (database: Database) => Promise<Result>): Promise<Result> {
    try {
      return await action(await this.connect());
    } catch (fault) {
      throw new LibraryError(fault);
    }
  }

  /** The database; opened anew where the browser has closed it, or did not let it be opened before. */
  private connect(): Promise<Database> {
    this.connection ??= this.open().catch((fault: unknown) => {
      this.connection = null;
      throw fault;
    });
    return this.connection;
  }

  private async open(): Promise<Database> {
    const database = await openDB<Schema>(DATABASE, VERSION, {
      upgrade(fresh) {
        fresh.createObjectStore('entries', { keyPath: 'id' });
        fresh.createObjectStore('parts');
      },
    });
    database.addEventListener('close', () => this.forget());
    // Another tab with a newer version of this page, or one that clears the site's data, must not wait.
    database.addEventListener('versionchange', () => {
      database.close();
      this.forget();
    });
    return database;
  }

  private forget(): void {
    this.connection = null;
    this.closed();
  }
}

function reasonOf(fault: unknown): string {
  const name = errorNameOf(fault);
  if (name === NO_ROOM) return texts.documents.noRoom;
  return name === 'VersionError' ? texts.documents.newerVersion : texts.documents.notAllowed;
}

/** Asks the browser not to clear what is kept when storage runs low; it may refuse, or not have the call. */
export async function askForPersistence(): Promise<void> {
  const storage = navigator.storage as StorageManager | undefined;
  await storage?.persist?.().catch(() => false);
}

/** 128 random bits; `crypto.randomUUID` is there on secure pages only. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
