import type { ImageSet } from '../../data/imageSet';
import { canPack, packSet, unpackSet } from '../../data/packedSet';
import { loadSet, saveSet, setId } from '../../data/store';
import { forgetImages, keepImages, keptImages } from '../../excel/notebook/keptImages';

/**
 * Copies the image set that the workbook contains under an id into this browser's store; undefined if there
 * is none, or its content does not match the id.
 */
export async function setInWorkbook(id: string): Promise<ImageSet | undefined> {
  const text = await keptImages(id);
  if (text === undefined) return undefined;
  const set = await unpackSet(text).catch(() => undefined);
  if (!set || (await setId(set)) !== id) return undefined;
  // If the browser cannot store it, the workbook still has it.
  await saveSet(id, set).catch(() => undefined);
  return set;
}

/**
 * Stores an image set of this browser in the workbook.
 * @returns false if it is not here, or too large
 */
export async function putIntoWorkbook(id: string): Promise<boolean> {
  const set = await loadSet(id).catch(() => undefined);
  if (!set || !canPack(set)) return false;
  await keepImages(id, await packSet(set));
  return true;
}

/** Removes an image set from the workbook. */
export function takeFromWorkbook(id: string): Promise<void> {
  return forgetImages(id);
}
