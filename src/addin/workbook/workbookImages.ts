import type { ImageSet } from '../../data/imageSet';
import { canPack, packSet, unpackSet } from '../../data/packedSet';
import { loadSet, saveSet, setId } from '../../data/store';
import { forgetImages, keepImages, keptImages } from '../../excel/notebook/keptImages';

/**
 * The set that the workbook holds under an id, kept in this browser from now on, too; undefined when there is none, or not
 * the one that was put there.
 */
export async function setInWorkbook(id: string): Promise<ImageSet | undefined> {
  const text = await keptImages(id);
  if (text === undefined) return undefined;
  const set = await unpackSet(text).catch(() => undefined);
  if (!set || (await setId(set)) !== id) return undefined;
  // Where nothing can be kept, the workbook goes on to hold it.
  await saveSet(id, set).catch(() => undefined);
  return set;
}

/** Have the workbook hold a set of this browser. @returns false when it is not here, or too large */
export async function putIntoWorkbook(id: string): Promise<boolean> {
  const set = await loadSet(id).catch(() => undefined);
  if (!set || !canPack(set)) return false;
  await keepImages(id, await packSet(set));
  return true;
}

/** The workbook no longer holds a set. */
export function takeFromWorkbook(id: string): Promise<void> {
  return forgetImages(id);
}
