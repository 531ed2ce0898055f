import type { Reading } from '../../excel/read/reading';
import { siteId, type Site } from '../../excel/read/site';
import type { LiveNotebook } from './liveNotebook';

/** Name of the block with the number of the image on the page. */
export const IMAGE = 'notebook.image';

/**
 * Puts the image of the trainer's settings, and its target, on the page, overwriting what is there.
 * @returns the sites to write
 */
export function showImage({ plan, trainer }: LiveNotebook, reading: Reading): string[] {
  const replaced = plan.sheets.values.blocks.filter(
    ({ role, name }) => role === 'input' || role === 'target' || name === IMAGE,
  );
  const sites = replaced.map((block): Site => ({ key: 'values', block }));
  for (const site of sites) reading.forgive(site);
  trainer.showImage();
  return sites.map(siteId);
}
