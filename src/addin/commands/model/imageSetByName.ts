import { GENERATORS, type GeneratorName } from '../../../data/generators';
import { listSets } from '../../../data/store';
import type { ImagesAbout } from './imagesMisfit';
import type { DataSpec } from '../../../notebook/sheet/spec';

/** The names to choose images by: those of generators, and of image sets stored in this browser. */
export async function imageNames(): Promise<string[]> {
  return [...Object.keys(GENERATORS), ...(await keptSets()).map(({ name }) => name)];
}

/** The images with the name in a cell; undefined if there are none. `current` are those in use. */
export async function dataNamed(word: unknown, current?: DataSpec): Promise<DataSpec | undefined> {
  const wanted = String(word).trim().toLowerCase();
  const generator = Object.keys(GENERATORS).find((name) => name.toLowerCase() === wanted);
  if (generator) return { generator };
  if (current?.set !== undefined && current.name.toLowerCase() === wanted) return current;
  const kept = (await keptSets()).find(({ name }) => name.toLowerCase() === wanted);
  return kept && { set: kept.id, name: kept.name };
}

/** How large the images of that name are; undefined where there are none, or they are only in the workbook. */
export async function aboutImages(word: unknown): Promise<ImagesAbout | undefined> {
  const data = await dataNamed(word);
  if (!data) return undefined;
  if (data.set === undefined) return { ...GENERATORS[data.generator as GeneratorName], name: data.generator };
  return (await keptSets()).find(({ id }) => id === data.set)?.about;
}

export function nameOfData(data: DataSpec): string {
  return data.set === undefined ? data.generator : data.name;
}

/** If the browser's store cannot be opened, it has no sets. */
async function keptSets(): Promise<{ id: string; name: string; about: ImagesAbout }[]> {
  const sets = await listSets().catch(() => []);
  return sets.map(({ id, about }) => ({ id, name: about.name, about }));
}
