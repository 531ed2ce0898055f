import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { storeTexts } from '../texts/data/store';
import type { ImageSet } from './imageSet';

/** A stored image set without its pixels. */
export interface StoredSet {
  readonly id: string;
  /** Size of pixels and labels. */
  readonly bytes: number;
  readonly about: Omit<ImageSet, 'pixels' | 'labels'>;
}

/** Image sets cannot be stored or read here; the message says why and what to do. */
export class StoreError extends Error {
  constructor(message: string, cause: unknown) {
    super(message, { cause });
    this.name = 'StoreError';
  }
}

/** A set as it was stored when `pixelScale` was named `unit`, and `multiLabel` `several`. */
interface EarlierStoredSet extends Omit<StoredSet, 'about'> {
  readonly about: Omit<StoredSet['about'], 'pixelScale' | 'multiLabel'> & {
    readonly unit: number;
    readonly several: boolean;
  };
}

function upgraded(stored: StoredSet | EarlierStoredSet): StoredSet {
  if (!('unit' in stored.about)) return stored as StoredSet;
  const { unit, several, ...about } = stored.about;
  return { ...stored, about: { ...about, pixelScale: unit, multiLabel: several } };
}

const DATABASE = 'cellvolution-data';
const VERSION = 1;

/** Hexadecimal digits of an id: 64 bits. */
const ID_LENGTH = 16;

/** Two object stores under the same ids, so that listing the sets does not read all pixels. */
interface Schema extends DBSchema {
  about: { key: string; value: StoredSet | EarlierStoredSet };
  arrays: { key: string; value: Pick<ImageSet, 'pixels' | 'labels'> };
}

/**
 * The id of a set by its content, whatever its name: equal images, labels and classes give the same id
 * everywhere. 16 hexadecimal digits of SHA-256. Needs https or localhost, as all add-ins do.
 */
export async function setId(set: ImageSet): Promise<string> {
  const { channels, height, width, count, pixels, pixelScale, labels, multiLabel, classes } = set;
  const about = {
    // The field names of the first version: ids made with them are kept in workbooks.
    ...{ channels, height, width, count, unit: pixelScale, several: multiLabel, classes },
    element: pixels.BYTES_PER_ELEMENT,
    pixels: await sha256(pixels),
    labels: await sha256(labels),
  };
  return (await sha256(new TextEncoder().encode(JSON.stringify(about)))).slice(0, ID_LENGTH);
}

/**
 * Stores a set, replacing one with the same id, and asks the browser to keep it when storage runs low.
 *
 * @throws StoreError if there is no room, or no store
 */
export async function saveSet(id: string, set: ImageSet): Promise<void> {
  void askForPersistence();
  const { pixels, labels, ...about } = set;
  await inStore(async (database) => {
    const transaction = database.transaction(['about', 'arrays'], 'readwrite');
    const bytes = pixels.byteLength + labels.byteLength;
    await Promise.all([
      transaction.objectStore('about').put({ id, bytes, about }, id),
      transaction
        .objectStore('arrays')
        .put({ pixels: withOwnBuffer(pixels), labels: withOwnBuffer(labels) }, id),
      transaction.done,
    ]);
  });
}

/**
 * The stored set with an id; undefined if there is none.
 *
 * @throws StoreError
 */
export async function loadSet(id: string): Promise<ImageSet | undefined> {
  return inStore(async (database) => {
    const transaction = database.transaction(['about', 'arrays']);
    const [stored, arrays] = await Promise.all([
      transaction.objectStore('about').get(id),
      transaction.objectStore('arrays').get(id),
    ]);
    return stored && arrays && { ...upgraded(stored).about, ...arrays };
  });
}

/**
 * Deletes the stored set with an id, if there is one.
 *
 * @throws StoreError
 */
export async function deleteSet(id: string): Promise<void> {
  await inStore(async (database) => {
    const transaction = database.transaction(['about', 'arrays'], 'readwrite');
    await Promise.all([
      transaction.objectStore('about').delete(id),
      transaction.objectStore('arrays').delete(id),
      transaction.done,
    ]);
  });
}

/**
 * All stored sets, without their pixels.
 *
 * @throws StoreError
 */
export async function listSets(): Promise<StoredSet[]> {
  const stored = await inStore((database) => database.getAll('about'));
  return stored.map(upgraded);
}

/**
 * Asks for persistent storage, which browsers do not evict; once granted it holds for all sets. A browser may
 * refuse, or not have the call (https://developer.mozilla.org/docs/Web/API/StorageManager/persist).
 */
async function askForPersistence(): Promise<void> {
  const storage =
    typeof navigator === 'undefined' ? undefined : (navigator.storage as StorageManager | undefined);
  await storage?.persist?.().catch(() => false);
}

/** Runs an action on the database; its errors become a StoreError in words. */
async function inStore<Result>(action: (database: IDBPDatabase<Schema>) => Promise<Result>): Promise<Result> {
  let database: IDBPDatabase<Schema> | undefined;
  try {
    database = await open();
    return await action(database);
  } catch (fault) {
    throw storeError(fault);
  } finally {
    // An open connection would block a newer version of the add-in, in another window, from upgrading the
    // database.
    database?.close();
  }
}

function open(): Promise<IDBPDatabase<Schema>> {
  return openDB<Schema>(DATABASE, VERSION, {
    upgrade(fresh) {
      fresh.createObjectStore('about');
      fresh.createObjectStore('arrays');
    },
  });
}

/** The array with a buffer of its own: the store would keep all of a shared one. */
function withOwnBuffer<Numbers extends ImageSet['pixels']>(array: Numbers): Numbers {
  return array.byteLength === array.buffer.byteLength ? array : (array.slice() as Numbers);
}

async function sha256(bytes: ArrayBufferView): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as BufferSource));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function storeError(fault: unknown): StoreError {
  const name = fault instanceof Error || fault instanceof DOMException ? fault.name : '';
  return new StoreError(textOf(name), fault);
}

/**
 * The message for a database error.
 *
 * @param name of the error, or empty
 */
function textOf(name: string): string {
  if (name === 'QuotaExceededError') return storeTexts.noRoom;
  return name === 'VersionError' ? storeTexts.newerVersion : storeTexts.notAllowed(name);
}
