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
/** Since 2 the pixels of large sets are stored in pieces. */
const VERSION = 2;

/** Bytes of a piece: copying it into the store, or out of it, keeps the page from all else for a moment only. */
const PIECE = 4 * 2 ** 20;

/** Hexadecimal digits of an id: 64 bits. */
const ID_LENGTH = 16;

/** Two object stores under the same ids, so that listing the sets does not read all pixels. */
interface Schema extends DBSchema {
  about: { key: string; value: StoredSet | EarlierStoredSet };
  /** Further pieces of the pixels under the id with their number, as in `pieceKey`. */
  arrays: { key: string; value: Pick<ImageSet, 'pixels' | 'labels'> & { readonly pieces?: number } };
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
    const arrays = transaction.objectStore('arrays');
    const none = labels.slice(0, 0);
    await Promise.all([
      transaction.done,
      (async () => {
        await arrays.delete(allOf(id));
        await transaction.objectStore('about').put({ id, bytes, about }, id);
        const pieces = pieceCount(pixels) - 1;
        await arrays.put({ pixels: pieceOf(pixels, 0), labels: withOwnBuffer(labels), pieces }, id);
        // Copied and stored one after the other, so that other tasks have their turn between two.
        for (let piece = 1; piece <= pieces; piece++)
          await arrays.put({ pixels: pieceOf(pixels, piece), labels: none }, pieceKey(id, piece));
      })(),
    ]);
  });
}

function pieceCount(pixels: ImageSet['pixels']): number {
  return Math.max(1, Math.ceil(pixels.byteLength / PIECE));
}

/** A copy, with a buffer of its own: the store would keep all of a shared one. */
function pieceOf(pixels: ImageSet['pixels'], piece: number): ImageSet['pixels'] {
  const length = PIECE / pixels.BYTES_PER_ELEMENT;
  if (piece === 0 && pixels.length <= length) return withOwnBuffer(pixels);
  return pixels.slice(piece * length, (piece + 1) * length);
}

function pieceKey(id: string, piece: number): string {
  return `${id}/${piece}`;
}

/** The keys of a set's arrays. No id is longer than another, and '0' comes after '/'. */
function allOf(id: string): IDBKeyRange {
  return IDBKeyRange.bound(id, `${id}0`, false, true);
}

/**
 * The stored set with an id; undefined if there is none.
 *
 * @throws StoreError
 */
export async function loadSet(id: string): Promise<ImageSet | undefined> {
  return inStore(async (database) => {
    const transaction = database.transaction(['about', 'arrays']);
    const stored = await transaction.objectStore('about').get(id);
    const arrays = await transaction.objectStore('arrays').get(id);
    if (!stored || !arrays) return undefined;
    const { about } = upgraded(stored);
    const { pieces = 0, pixels: first, labels } = arrays;
    if (pieces === 0) return { ...about, pixels: first, labels };
    const pixels = emptyLike(first, about.count * about.channels * about.height * about.width);
    pixels.set(first);
    for (let piece = 1, at = first.length; piece <= pieces; piece++) {
      const further = await transaction.objectStore('arrays').get(pieceKey(id, piece));
      if (!further) return undefined;
      // One after the other, for the same reason as in `saveSet`.
      pixels.set(further.pixels, at);
      at += further.pixels.length;
    }
    return { ...about, pixels, labels };
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
      transaction.objectStore('arrays').delete(allOf(id)),
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
    upgrade(database, before) {
      if (before > 0) return;
      database.createObjectStore('about');
      database.createObjectStore('arrays');
    },
  });
}

function emptyLike<Numbers extends ImageSet['pixels']>({ constructor }: Numbers, length: number): Numbers {
  return new (constructor as new (length: number) => Numbers)(length);
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
