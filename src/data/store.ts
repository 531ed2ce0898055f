import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { storeTexts } from '../texts/data/store';
import type { ImageSet } from './imageSet';

/** What is known of a stored image set without reading its pixels. */
export interface StoredSet {
  readonly id: string;
  /** Of pixels and labels. */
  readonly bytes: number;
  readonly about: Omit<ImageSet, 'pixels' | 'labels'>;
}

/** Image sets cannot be kept here: the message says why and what to do. */
export class StoreError extends Error {
  constructor(message: string, cause: unknown) {
    super(message, { cause });
    this.name = 'StoreError';
  }
}

/** As sets were stored before their pixel scale was called by that name. */
interface EarlierStoredSet extends Omit<StoredSet, 'about'> {
  readonly about: Omit<StoredSet['about'], 'pixelScale' | 'multiLabel'> & {
    readonly unit: number;
    readonly several: boolean;
  };
}

function inTodaysWords(stored: StoredSet | EarlierStoredSet): StoredSet {
  if (!('unit' in stored.about)) return stored as StoredSet;
  const { unit, several, ...about } = stored.about;
  return { ...stored, about: { ...about, pixelScale: unit, multiLabel: several } };
}

const DATABASE = 'cellvolution-data';
const VERSION = 1;

/** Hexadecimal digits of an id: 64 bits. */
const ID_LENGTH = 16;

/** Two stores under the same ids, so that a list of all sets need not read all pixels. */
interface Schema extends DBSchema {
  about: { key: string; value: StoredSet | EarlierStoredSet };
  arrays: { key: string; value: Pick<ImageSet, 'pixels' | 'labels'> };
}

/**
 * An id for what is in a set, whatever its name: the same images, labels and classes have the same id everywhere.
 * 16 hexadecimal digits of SHA-256. Needs https or localhost, as all add-ins do.
 */
export async function setId(set: ImageSet): Promise<string> {
  const { channels, height, width, count, pixels, pixelScale, labels, multiLabel, classes } = set;
  const about = {
    // In the words that the first ids were made with: they stand in workbooks.
    ...{ channels, height, width, count, unit: pixelScale, several: multiLabel, classes },
    element: pixels.BYTES_PER_ELEMENT,
    pixels: await sha256(pixels),
    labels: await sha256(labels),
  };
  return (await sha256(new TextEncoder().encode(JSON.stringify(about)))).slice(0, ID_LENGTH);
}

/**
 * Keeps a set, in place of one with the same id, and asks the browser not to throw it away when room gets short.
 * Throws a StoreError if there is no room, or no store at all.
 */
export async function saveSet(id: string, set: ImageSet): Promise<void> {
  void askToStay();
  const { pixels, labels, ...about } = set;
  await inStore(async (database) => {
    const transaction = database.transaction(['about', 'arrays'], 'readwrite');
    const bytes = pixels.byteLength + labels.byteLength;
    await Promise.all([
      transaction.objectStore('about').put({ id, bytes, about }, id),
      transaction.objectStore('arrays').put({ pixels: alone(pixels), labels: alone(labels) }, id),
      transaction.done,
    ]);
  });
}

/** The set kept under an id; undefined if there is none. Throws a StoreError. */
export async function loadSet(id: string): Promise<ImageSet | undefined> {
  return inStore(async (database) => {
    const transaction = database.transaction(['about', 'arrays']);
    const [stored, arrays] = await Promise.all([
      transaction.objectStore('about').get(id),
      transaction.objectStore('arrays').get(id),
    ]);
    return stored && arrays && { ...inTodaysWords(stored).about, ...arrays };
  });
}

/** Forgets the set kept under an id, if there is one. Throws a StoreError. */
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

/** All sets kept, without their pixels. Throws a StoreError. */
export async function listSets(): Promise<StoredSet[]> {
  const stored = await inStore((database) => database.getAll('about'));
  return stored.map(inTodaysWords);
}

/**
 * Browsers may evict what a site keeps, unless it was promised to stay; a promise once given holds for all sets.
 * https://developer.mozilla.org/docs/Web/API/StorageManager/persist: a browser that gives none says so, or has no such call.
 */
async function askToStay(): Promise<void> {
  const storage =
    typeof navigator === 'undefined' ? undefined : (navigator.storage as StorageManager | undefined);
  await storage?.persist?.().catch(() => false);
}

/** Does something with the database, and says in words what goes wrong. */
async function inStore<Result>(action: (database: IDBPDatabase<Schema>) => Promise<Result>): Promise<Result> {
  let database: IDBPDatabase<Schema> | undefined;
  try {
    database = await open();
    return await action(database);
  } catch (fault) {
    throw inWords(fault);
  } finally {
    // So that a newer version of the add-in, in another window, need not wait for this one to let go.
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

/** Without what else is in its buffer: the store would keep all of that too. */
function alone<Numbers extends ImageSet['pixels']>(array: Numbers): Numbers {
  return array.byteLength === array.buffer.byteLength ? array : (array.slice() as Numbers);
}

async function sha256(bytes: ArrayBufferView): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as BufferSource));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function inWords(fault: unknown): StoreError {
  const name = fault instanceof Error || fault instanceof DOMException ? fault.name : '';
  return new StoreError(textOf(name), fault);
}

/** @param name of the database's error, or empty */
function textOf(name: string): string {
  if (name === 'QuotaExceededError') return storeTexts.noRoom;
  return name === 'VersionError' ? storeTexts.newerVersion : storeTexts.notAllowed(name);
}
